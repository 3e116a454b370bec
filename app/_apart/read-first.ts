import type { ReadClaim } from '#domain/claims/reading';
import { type Choice, MOST_UNASKED } from '#domain/claims/suggestion-choice';
import { extractInParts, type ReadingOptions } from '#engine/extract';
import { MostWorth } from './most-worth';

export type FirstRequest = {
  readonly options: ReadingOptions;
  /** Which suggestions are to be written, where somebody has said so. */
  readonly choice: Choice | null;
  /** How many there are, where an earlier reading has counted them. */
  readonly found: number | null;
  /** How many of them are written already. */
  readonly written: number;
};

/** What a first reading gives, in this order: how far it is, the count once, then the claims. */
export type FirstPart =
  | { readonly is: 'share'; readonly read: number }
  /** `toWrite` is null where somebody is to be asked first. */
  | { readonly is: 'counted'; readonly found: number; readonly toWrite: number | null }
  | { readonly is: 'claims'; readonly claims: readonly ReadClaim[] };

const CLAIMS_A_PART = 100;

/**
 * Finds the claims in an article. More claims than people can review are only counted, and none is
 * returned until somebody has chosen; no more than the chosen number, the most worth checking, is
 * in memory.
 */
export function* readFirst(
  text: string,
  { options, choice, found: known, written }: FirstRequest,
): Generator<FirstPart> {
  const isStreamed = choice === 'all' && known !== null;
  if (isStreamed) yield { is: 'counted', found: known, toWrite: known };
  const best = new MostWorth<ReadClaim>(MOST_UNASKED);
  const all: ReadClaim[] = [];
  let found = 0;
  for (const { claims, end } of extractInParts(text, options)) {
    const before = found;
    found += claims.length;
    if (isStreamed) {
      const fresh = claims.slice(Math.max(0, written - before));
      if (fresh.length > 0) yield { is: 'claims', claims: fresh };
    } else if (choice === 'all') {
      all.push(...claims);
    } else if (choice !== 'none') {
      for (const claim of claims) best.add(claim, claim.checkWorthiness);
    }
    yield { is: 'share', read: end / Math.max(1, text.length) };
  }
  if (isStreamed) return;
  const asks = choice === null && found > MOST_UNASKED;
  const chosen = choice === 'all' ? all : best.inOrder();
  yield { is: 'counted', found, toWrite: asks ? null : chosen.length };
  if (asks) return;
  for (let from = written; from < chosen.length; from += CLAIMS_A_PART) {
    yield { is: 'claims', claims: chosen.slice(from, from + CLAIMS_A_PART) };
  }
}
