import type { ClaimStatus } from './claim';
import { accept, type Result, refuse } from './result';
import { isUnderWork } from './review';

/** Two figures that a reviewer holds against each other. */
export type FigurePair = { readonly claimQuantityId: string; readonly evidenceQuantityId: string };

export type PairRefusal =
  | { readonly kind: 'wrongStatus'; readonly status: ClaimStatus }
  /** One of the two is no figure of the claim, or of evidence on it: it may be gone by now. */
  | { readonly kind: 'noSuchFigure' }
  | { readonly kind: 'alreadyPaired' };

/** What deciding on a pair needs to know of a claim, as it stands. */
export type PairableClaim = {
  readonly status: ClaimStatus;
  readonly claimQuantityIds: readonly string[];
  readonly evidenceQuantityIds: readonly string[];
  readonly pairs: readonly FigurePair[];
};

/** Decides whether two figures may be held against each other now. */
export function decidePair(
  claim: PairableClaim,
  pair: FigurePair,
): Result<FigurePair, PairRefusal> {
  if (!isUnderWork(claim.status)) return refuse({ kind: 'wrongStatus', status: claim.status });
  const isKnown =
    claim.claimQuantityIds.includes(pair.claimQuantityId) &&
    claim.evidenceQuantityIds.includes(pair.evidenceQuantityId);
  if (!isKnown) return refuse({ kind: 'noSuchFigure' });
  const isThere = claim.pairs.some(
    ({ claimQuantityId, evidenceQuantityId }) =>
      claimQuantityId === pair.claimQuantityId && evidenceQuantityId === pair.evidenceQuantityId,
  );
  return isThere ? refuse({ kind: 'alreadyPaired' }) : accept(pair);
}
