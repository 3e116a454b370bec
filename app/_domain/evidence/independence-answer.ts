import { accept, type Result, refuse } from '../result';
import { type Independence, NOT_ASKED } from './independence';

/** The answers to "is this source independent?", as a form sends them. */
export const ON_ITS_OWN = 'own';
export const FROM_ANOTHER = 'other';
export const withSource = (documentId: string) => `with:${documentId}`;
export const fromName = (name: string) => `from:${name}`;

export type AnswerRefusal = 'unanswered' | 'unknownSource' | 'unnamed';

/**
 * Reads the answer of a reviewer.
 *
 * @param isAsked  whether the desk saw a reason to ask, so that no answer is refused
 * @param sources  the ids of the other sources on the claim
 */
export function readIndependence(
  {
    answer,
    comesFrom,
    isAsked,
  }: { readonly answer: string; readonly comesFrom: string | null; readonly isAsked: boolean },
  sources: readonly string[],
): Result<Independence, AnswerRefusal> {
  const together = { ...NOT_ASKED, independent: false };
  if (answer === ON_ITS_OWN) return accept({ ...NOT_ASKED, independent: true });
  if (answer === FROM_ANOTHER) {
    return comesFrom ? accept({ ...together, comesFrom }) : refuse('unnamed');
  }
  const [, kind, rest = ''] = /^(with|from):(.+)$/s.exec(answer) ?? [];
  if (kind === 'from') return accept({ ...together, comesFrom: rest });
  if (kind === 'with') {
    return sources.includes(rest)
      ? accept({ ...together, countsWithId: rest })
      : refuse('unknownSource');
  }
  return isAsked ? refuse('unanswered') : accept(NOT_ASKED);
}

/** The answer that a form shows as chosen. */
export function toAnswer(
  { independent, countsWithId, comesFrom }: Independence,
  names: readonly string[] = [],
): string {
  if (independent) return ON_ITS_OWN;
  if (countsWithId) return withSource(countsWithId);
  if (comesFrom) return names.includes(comesFrom) ? fromName(comesFrom) : FROM_ANOTHER;
  return '';
}

export const ANSWER_REFUSALS: Record<AnswerRefusal, string> = {
  unanswered: 'Say whether the source is independent',
  unknownSource: 'Choose again: this source is no longer evidence on the claim',
  unnamed: 'Enter the name of the organization that the source repeats',
};
