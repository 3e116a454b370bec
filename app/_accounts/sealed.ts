import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { findChallenged, findSealed, recordRotation } from '#data/sign-in/sealed';
import { CHALLENGE_COOKIE } from './cookies';
import { keysOf } from './secrets';
import { findSigned } from './session-cookie';

/**
 * Whether a person's two-factor secret was encrypted with a secret that the desk has not, since its
 * own was lost or replaced: no code can be right then.
 */
export async function isSealed(userId: string): Promise<boolean> {
  const sealed = await findSealed(userId);
  return sealed !== null && (await open(sealed.secret, keysOf())) === null;
}

/** The same of whoever is asked for a code in the browser with these cookies. */
export async function isSealedForChallenge(cookies: string | null): Promise<boolean> {
  const identifier = findSigned(cookies, CHALLENGE_COOKIE);
  const userId = identifier && (await findChallenged(identifier));
  return Boolean(userId && (await isSealed(userId)));
}

/**
 * Encrypts what the desk keeps encrypted with the present secret alone, and ends every session: what
 * was signed with the secret before counts no more. What it does stands in one transaction.
 *
 * @returns how many people's two-factor sign-in was encrypted anew, how many could not be opened by
 *   either secret, and how many sessions ended
 */
export async function rotateSecret(
  current: string,
  previous: string,
): Promise<{ renewed: number; lost: number; sessions: number }> {
  const both = keysOf(current, previous);
  const alone = keysOf(current, null);
  const renew = async (sealed: string) => {
    const data = await open(sealed, both);
    return data === null ? null : symmetricEncrypt({ key: alone, data });
  };
  return recordRotation(renew);
}

async function open(data: string, key: ReturnType<typeof keysOf>): Promise<string | null> {
  try {
    return await symmetricDecrypt({ key, data });
  } catch {
    return null;
  }
}
