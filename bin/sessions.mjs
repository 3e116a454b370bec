import { findProcessWide } from '../app/_process/process-wide.mjs';

/**
 * Whether a request comes with a session that works now. The pages decide that, by what
 * instrumentation.ts leaves here; until they are there, nobody is known.
 *
 * @param {string | undefined} cookies  the header Cookie
 * @returns {Promise<boolean>}
 */
export async function hasSession(cookies) {
  if (!cookies) return false;
  const ask = findProcessWide('isSignedIn');
  return ask ? Boolean(await ask(cookies)) : false;
}
