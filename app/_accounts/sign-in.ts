import { APIError } from 'better-auth/api';
import { cookies, headers } from 'next/headers';
import { recordRefusedSignIn } from '#data/sign-in/refused';
import { SessionRefused, signingInWith } from '#data/sign-in/way';
import { accept, type Result, refuse } from '#domain/result';
import type { TryRefusal } from '#domain/sign-in/limit';
import type { TypedCode } from '#domain/sign-in/two-factor';
import { accounts } from './accounts';
import { findClient } from './client';
import { CHALLENGE_COOKIE } from './cookies';
import { knowing } from './password-hash';
import { isSealedForChallenge } from './sealed';
import { withTry } from './tries';

export type SignInRefusal =
  | TryRefusal
  /** The same for an address that nobody has, a wrong password and an account that was closed. */
  | { readonly kind: 'wrong' };

/**
 * Signs somebody in with a password.
 *
 * @returns 'code' when a code of the authenticator app is asked for next
 */
export async function signInWithPassword(
  email: string,
  password: string,
): Promise<Result<'signedIn' | 'code', SignInRefusal>> {
  const trying = { email, client: await findClient() };
  return withTry(trying, async () => {
    const answer = await tryPassword(email, password);
    if (answer) {
      const isCodeNext = 'twoFactorRedirect' in answer && answer.twoFactorRedirect;
      return accept(isCodeNext ? 'code' : 'signedIn');
    }
    await recordRefusedSignIn(trying);
    return refuse({ kind: 'wrong' });
  });
}

/**
 * Signs in a person who has just made an account by a link, whatever attempts their client made,
 * and without hashing the password again.
 */
export const signInAfterJoining = (email: string, password: string, passwordHash: string) =>
  knowing({ hash: passwordHash, password }, () => tryPassword(email, password));

function tryPassword(email: string, password: string) {
  return orRefused(() =>
    signingInWith({ by: 'password' }, async () =>
      accounts().api.signInEmail({ body: { email, password }, headers: await headers() }),
    ),
  );
}

/** Whether this browser has given a password, and a code is what is missing. */
export const isCodeAsked = async (): Promise<boolean> => (await cookies()).has(CHALLENGE_COOKIE);

/**
 * 'startAgain': the password was too long ago, or too many codes were wrong since; 'sealed': no code
 * can be right, since the desk's secret is another than the one that theirs was encrypted with.
 */
export type CodeRefusal = 'wrong' | 'used' | 'startAgain' | 'locked' | 'sealed';

/** The second step: a code of the authenticator app, or a recovery code. */
export async function signInWithCode(
  typed: TypedCode,
): Promise<Result<true, CodeRefusal | TryRefusal>> {
  return withTry({ email: null, client: await findClient() }, () => tryCode(typed));
}

async function tryCode({ kind, code }: TypedCode): Promise<Result<true, CodeRefusal>> {
  const { api } = accounts();
  const asked = { body: { code }, headers: await headers() };
  const way = kind === 'code' ? { by: kind, code } : { by: kind };
  try {
    await signingInWith(way, () =>
      kind === 'code' ? api.verifyTOTP(asked) : api.verifyBackupCode(asked),
    );
    return accept(true);
  } catch (error) {
    if (error instanceof SessionRefused || isRefusedInside(error)) return refuse('used');
    if (!(error instanceof APIError)) {
      if (await isSealedForChallenge(asked.headers.get('cookie'))) return refuse('sealed');
      throw error;
    }
    return refuse(toCodeRefusal(error.body?.code));
  }
}

function toCodeRefusal(code: unknown): CodeRefusal {
  if (code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE') return 'wrong';
  return code === 'ACCOUNT_TEMPORARILY_LOCKED' ? 'locked' : 'startAgain';
}

/** What the account library answers, or null where it refuses. */
export async function orRefused<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof APIError || error instanceof SessionRefused || isRefusedInside(error)) {
      return null;
    }
    throw error;
  }
}

/** The library may wrap what its store throws. */
const isRefusedInside = (error: unknown) =>
  error instanceof Error && error.cause instanceof SessionRefused;
