import { APIError } from 'better-auth/api';
import { cookies, headers } from 'next/headers';
import { beginTry, endTry, recordRefusedSignIn } from '#data/sign-in-tries';
import { SessionRefused, signingInWith } from '#data/sign-in-way';
import { accept, type Result, refuse } from '#domain/result';
import type { TypedCode } from '#domain/two-factor';
import { accounts } from './accounts';
import { findClient } from './client';
import { CHALLENGE_COOKIE } from './cookies';

export type SignInRefusal =
  | { readonly kind: 'wait'; readonly until: Date }
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
  const until = await beginTry(trying);
  if (until) return refuse({ kind: 'wait', until });
  const answer = await tryPassword(email, password);
  if (!answer) {
    await recordRefusedSignIn(trying);
    return refuse({ kind: 'wrong' });
  }
  await endTry(trying);
  return accept('twoFactorRedirect' in answer && answer.twoFactorRedirect ? 'code' : 'signedIn');
}

/** Signs in whoever has just made their account by a link, whatever others tried from where they are. */
export const signInAfterJoining = tryPassword;

function tryPassword(email: string, password: string) {
  return orRefused(() =>
    signingInWith({ by: 'password' }, async () =>
      accounts().api.signInEmail({ body: { email, password }, headers: await headers() }),
    ),
  );
}

/** Whether this browser has given a password, and a code is what is missing. */
export const isCodeAsked = async (): Promise<boolean> => (await cookies()).has(CHALLENGE_COOKIE);

/** 'startAgain': the password was too long ago, or too many codes were wrong since. */
export type CodeAnswer = 'signedIn' | 'wrong' | 'used' | 'startAgain' | 'locked';

/** The second step: a code of the authenticator app, or a recovery code. */
export async function signInWithCode({ kind, code }: TypedCode): Promise<CodeAnswer> {
  const { api } = accounts();
  const asked = { body: { code }, headers: await headers() };
  const way = kind === 'code' ? { by: kind, code } : { by: kind };
  try {
    await signingInWith(way, () =>
      kind === 'code' ? api.verifyTOTP(asked) : api.verifyBackupCode(asked),
    );
    return 'signedIn';
  } catch (error) {
    if (error instanceof SessionRefused || isRefusedInside(error)) return 'used';
    if (!(error instanceof APIError)) throw error;
    return toCodeAnswer(error.body?.code);
  }
}

function toCodeAnswer(code: unknown): CodeAnswer {
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
