import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { cookies } from 'next/headers';
import { accounts } from './accounts';
import { SET_UP_COOKIE as COOKIE, IS_HTTPS } from './cookies';

/**
 * The secret and the recovery codes that later pages of the set-up show: the secret until a code
 * confirms it, and then the recovery codes. They are stored in the browser that asked, encrypted,
 * for some minutes, and in no other place: the desk never shows its own copy.
 */
export type TwoFactorSetup = { readonly address: string | null; readonly codes: readonly string[] };

// A cookie of this host alone is one of all its paths.
const PATH = '/';
const LASTS_S = 15 * 60;

/** Stores the set-up for the pages that follow. */
export async function storeTwoFactorSetup(userId: string, setup: TwoFactorSetup): Promise<void> {
  const until = Date.now() + LASTS_S * 1000;
  const data = JSON.stringify({ ...setup, userId, until });
  const value = await symmetricEncrypt({ key: await secret(), data });
  (await cookies()).set(COOKIE, value, {
    path: PATH,
    maxAge: LASTS_S,
    httpOnly: true,
    secure: IS_HTTPS,
    sameSite: 'strict',
  });
}

/** The set-up of this person, or null. */
export async function findTwoFactorSetup(id: string): Promise<TwoFactorSetup | null> {
  const value = (await cookies()).get(COOKIE)?.value;
  if (!value) return null;
  try {
    const data = await symmetricDecrypt({ key: await secret(), data: value });
    const { address, codes, userId, until } = JSON.parse(data) as TwoFactorSetup & {
      userId: string;
      until: number;
    };
    return userId === id && until > Date.now() ? { address, codes } : null;
  } catch {
    // Made up, or made with the secret of another desk.
    return null;
  }
}

/** Forgets it: the codes are written down. */
export async function forgetTwoFactorSetup(): Promise<void> {
  (await cookies()).delete({ name: COOKIE, path: PATH, secure: IS_HTTPS });
}

const secret = async () => (await accounts().$context).secretConfig;
