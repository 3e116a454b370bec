// The address of the desk, and the requests that come from its own pages.

/** @typedef {import('node:http').IncomingHttpHeaders} IncomingHttpHeaders */

/**
 * @typedef {object} Place  where the desk is to be found
 * @property {string | null} publicUrl  its origin, where PUBLIC_URL names it
 * @property {string} host              what it listens on
 */

/** The same machine, by every name that it has for itself. */
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * The desk's own address as this request must know it: PUBLIC_URL, and otherwise this machine's. A
 * request for another host comes from a foreign page in front of the desk, or tries to forge a
 * link.
 *
 * @param {string | undefined} asked  the header Host
 * @param {Place} place
 * @returns {string | null} an origin; null when the desk has no such address
 */
export function findOrigin(asked, { publicUrl, host }) {
  const named = readHost(asked, publicUrl === null ? 'http:' : new URL(publicUrl).protocol);
  if (!named) return null;
  if (publicUrl !== null) return named.origin === publicUrl ? publicUrl : null;
  const isLocal = LOOPBACK.includes(named.hostname);
  return isLocal || named.hostname === ownName(host) ? named.origin : null;
}

/**
 * @param {string | undefined} asked
 * @param {string} protocol
 */
function readHost(asked, protocol) {
  // A name or an address with a port at most: what URL would read as a path or a password is none.
  if (!asked || !/^(?:\[[0-9a-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i.test(asked)) return null;
  const address = `${protocol}//${asked}`;
  return URL.canParse(address) ? new URL(address) : null;
}

/**
 * @param {string} host  what the desk listens on
 * @returns {string | null} null where that is every address of the machine
 */
function ownName(host) {
  if (host === '0.0.0.0' || host === '::') return null;
  return readHost(host.includes(':') ? `[${host}]` : host, 'http:')?.hostname ?? null;
}

/** @param {Place} place */
export function explainHost({ publicUrl }) {
  return publicUrl === null
    ? 'The desk does not have this address: open it at http://127.0.0.1 on its own machine, or set PUBLIC_URL to the address that other people use.'
    : `This desk is at ${publicUrl}: open it there.`;
}

/**
 * Whether a request that may write comes from a page of another site. Browsers say so in headers;
 * other programs do not, and have only the cookies that they were given.
 *
 * @param {IncomingHttpHeaders} headers
 * @param {string} origin  the desk's own
 */
export function isForeign(headers, origin) {
  if (headers.origin !== undefined) return headers.origin !== origin;
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** @param {string} origin */
export const explainForeign = (origin) =>
  `This form came from a page of another address, ${origin}, so nothing was saved. If people open the desk at another address, set PUBLIC_URL to that address.`;
