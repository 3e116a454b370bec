import type { ClaimStatus } from '../claims/claim';
import { isUnderWork } from '../claims/claim';
import type { QuoteChange } from '../quotes/differences';
import { accept, type Result, refuse } from '../result';

/** Two figures that a reviewer compares. */
export type FigurePair = { readonly claimQuantityId: string; readonly evidenceQuantityId: string };

export type PairRefusal =
  | { readonly kind: 'wrongStatus'; readonly status: ClaimStatus }
  /** One of the two is no figure of the claim, or of evidence on it: it may be gone by now. */
  | { readonly kind: 'noSuchFigure' }
  | { readonly kind: 'misquoted' }
  | { readonly kind: 'alreadyPaired' };

/**
 * Whether a figure was read in a quote that has another figure than its source: it is nobody's, until
 * the quote is put right or a reviewer says which figure the source gives.
 */
export const isMisquoted = (
  quote: { readonly quoteChange: QuoteChange | null },
  figure: { readonly corrected: boolean },
): boolean => quote.quoteChange === 'figure' && !figure.corrected;

/** What deciding on a pair needs to know of a claim, as it stands. */
export type PairableClaim<Pair = FigurePair> = {
  readonly status: ClaimStatus;
  readonly claimQuantityIds: readonly string[];
  readonly evidenceQuantityIds: readonly string[];
  /** Those among them that are misquoted. */
  readonly misquotedIds: readonly string[];
  readonly pairs: readonly Pair[];
};

/** Decides whether two figures may be compared now. */
export function decidePair(
  claim: PairableClaim,
  pair: FigurePair,
): Result<FigurePair, PairRefusal> {
  const refused = refusePair(claim, pair.claimQuantityId, [pair.evidenceQuantityId]);
  if (refused) return refuse(refused);
  const isThere = claim.pairs.some(
    ({ claimQuantityId, evidenceQuantityId }) =>
      claimQuantityId === pair.claimQuantityId && evidenceQuantityId === pair.evidenceQuantityId,
  );
  return isThere ? refuse({ kind: 'alreadyPaired' }) : accept(pair);
}

/** Why a figure of a claim may not be held against these figures of its evidence; null if it may. */
export function refusePair(
  claim: Omit<PairableClaim, 'pairs'>,
  claimQuantityId: string,
  evidenceQuantityIds: readonly string[],
): PairRefusal | null {
  if (!isUnderWork(claim.status)) return { kind: 'wrongStatus', status: claim.status };
  const isKnown =
    claim.claimQuantityIds.includes(claimQuantityId) &&
    evidenceQuantityIds.every((id) => claim.evidenceQuantityIds.includes(id));
  if (!isKnown) return { kind: 'noSuchFigure' };
  return evidenceQuantityIds.some((id) => claim.misquotedIds.includes(id))
    ? { kind: 'misquoted' }
    : null;
}
