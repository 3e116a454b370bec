import { APIError } from 'better-auth/api';
import { headers } from 'next/headers';
import { beginTry, endTry, recordRefusedSignIn } from '#data/sign-in-tries';
import { SessionRefused, signingInWith } from '#data/sign-in-way';
import { accept, type Result, refuse } from '#domain/result';
import { accounts } from './accounts';
import { findClient } from './client';

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

/** The second step: a code of the authenticator app, or a recovery code. @returns whether it is right */
export async function signInWithCode(typed: string): Promise<boolean> {
  const code = typed.replace(/\s/g, '');
  const isOfApp = /^\d{6}$/.test(code);
  const answer = await orRefused(() =>
    signingInWith(isOfApp ? { by: 'code', code } : { by: 'recoveryCode' }, async () => {
      const asked = { body: { code }, headers: await headers() };
      return isOfApp ? accounts().api.verifyTOTP(asked) : accounts().api.verifyBackupCode(asked);
    }),
  );
  return answer !== null;
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
