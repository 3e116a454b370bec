import { beginTry, endTry, type Trying } from '#data/sign-in/tries';
import { type Result, refuse } from '#domain/result';
import type { TryRefusal } from '#domain/sign-in/limit';
import { HashesBusy, isHashingFull } from './hash-queue';

/**
 * Runs what anybody could try on and on: a password, a code, a link. Each try counts as a wrong one of
 * the client, and of the account where it is known, until it has turned out right. What is too much is
 * refused before anything is done for it.
 *
 * @param work  answers with a refusal when the try was wrong
 */
export async function withTry<Value, Wrong>(
  trying: Trying,
  work: () => Promise<Result<Value, Wrong>>,
): Promise<Result<Value, Wrong | TryRefusal>> {
  if (isHashingFull()) return refuse({ kind: 'busy' });
  const until = await beginTry(trying);
  if (until) return refuse({ kind: 'wait', until });
  try {
    const answer = await work();
    if (answer.ok) await endTry(trying);
    return answer;
  } catch (error) {
    if (error instanceof HashesBusy) return refuse({ kind: 'busy' });
    throw error;
  }
}
