import { accept, type Result, refuse } from '#domain/result';
import type { TryRefusal } from '#domain/sign-in/limit';
import { findClient } from './client';
import { withTry } from './tries';

export type PasswordRefusal = { readonly kind: 'wrong' } | TryRefusal;

/**
 * Runs what asks for one's present password. A browser left open must not be a place to guess it, so
 * wrong ones count as they do at the sign-in.
 *
 * @param work  whether the password was right
 */
export async function withPassword(
  { email }: { readonly email: string },
  work: () => Promise<boolean>,
): Promise<Result<true, PasswordRefusal>> {
  return withTry({ email, client: await findClient() }, async () =>
    (await work()) ? accept(true) : refuse({ kind: 'wrong' }),
  );
}
