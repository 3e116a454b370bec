import { beginTry, endTry } from '#data/sign-in-tries';
import { findClient } from './client';

/**
 * Runs what asks for one's present password. A browser left open must not be a place to guess it, so
 * wrong ones count as they do at the sign-in.
 *
 * @param work  whether the password was right
 * @returns 'right', 'wrong', or until when to wait
 */
export async function withPassword(
  { email }: { readonly email: string },
  work: () => Promise<boolean>,
): Promise<'right' | 'wrong' | { readonly until: Date }> {
  const trying = { email, client: await findClient() };
  const until = await beginTry(trying);
  if (until) return { until };
  if (!(await work())) return 'wrong';
  await endTry(trying);
  return 'right';
}
