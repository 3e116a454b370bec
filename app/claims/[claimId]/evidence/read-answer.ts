import type { Independence } from '#domain/evidence/independence';
import { ANSWER_REFUSALS, readIndependence } from '#domain/evidence/independence-answer';
import { type Result, refuse } from '#domain/result';
import type { FormErrors } from '#forms/form-state';
import { listOtherSources } from './other-sources';

/** Reads the answer to whether the source is independent. */
export async function readAnswer(
  claimId: string,
  given: {
    readonly independence: string | null;
    readonly comesFrom: string | null;
    readonly asked?: 'yes' | undefined;
  },
  sourceId: string,
): Promise<Result<Independence, FormErrors<'independence' | 'comesFrom'>>> {
  const others = await listOtherSources(claimId, sourceId);
  const answer = readIndependence(
    {
      answer: given.independence ?? '',
      comesFrom: given.comesFrom,
      isAsked: given.asked === 'yes',
    },
    others.map(({ id }) => id),
  );
  if (answer.ok) return answer;
  const message = [ANSWER_REFUSALS[answer.refusal]];
  return refuse({
    fieldErrors: answer.refusal === 'unnamed' ? { comesFrom: message } : { independence: message },
  });
}
