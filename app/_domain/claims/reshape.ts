import type { ClaimStatus } from './claim';

/** Whether a claim may be split or merged: nothing rests on its words yet. */
export const isReshapable = (claim: {
  readonly status: ClaimStatus;
  readonly evidenceCount: number;
  readonly verdictCount: number;
}): boolean =>
  (claim.status === 'suggested' || claim.status === 'open') &&
  claim.evidenceCount === 0 &&
  claim.verdictCount === 0;

/** A word with which the second part of a split claim may begin. */
export type SplitPlace = { readonly at: number; readonly word: string };

/**
 * The words of a claim in the article at which it may be split: all but the first one.
 *
 * @param start  of the words in the article, as a UTF-16 offset
 */
export const splitPlaces = (exact: string, start: number): SplitPlace[] =>
  [...exact.matchAll(/\S+/g)].slice(1).map((match) => ({
    at: start + match.index,
    word: match[0],
  }));
