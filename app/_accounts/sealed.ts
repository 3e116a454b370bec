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

/** The same for the person who is asked for a code in the browser with these cookies. */
export async function isSealedForChallenge(cookies: string | null): Promise<boolean> {
  const identifier = findSigned(cookies, CHALLENGE_COOKIE);
  const userId = identifier && (await findChallenged(identifier));
  return Boolean(userId && (await isSealed(userId)));
}

/**
 * Encrypts all encrypted values with the current secret alone, and ends every session: signatures
 * by the old secret are invalid. All of it is one transaction.
 *
 * @returns how many people's two-factor secrets were encrypted again, how many could not be
 *   decrypted by either secret, and how many sessions ended
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
