import { type PairableClaim, type PairRefusal, refusePair } from '../comparison/pair';
import { accept, type Result, refuse } from '../result';
import { type Operation, takesMany } from './operation';

/** A figure of a claim, and what it is compared with: a calculation of figures of the evidence. */
export type DerivedPair = {
  readonly claimQuantityId: string;
  readonly operation: Operation;
  /** In the order that the operation names them. */
  readonly operandIds: readonly string[];
};

/** Decides whether a figure may be compared with a calculation now; whether it can be worked out is another matter. */
export function decideCalculation(
  claim: PairableClaim<DerivedPair>,
  pair: DerivedPair,
): Result<DerivedPair, PairRefusal> {
  const refused = refusePair(claim, pair.claimQuantityId, pair.operandIds);
  if (refused) return refuse(refused);
  return claim.pairs.some((known) => isSame(known, pair))
    ? refuse({ kind: 'alreadyPaired' })
    : accept(pair);
}

/** The order of a sum does not matter. */
function isSame(one: DerivedPair, other: DerivedPair): boolean {
  const ids = ({ operation, operandIds }: DerivedPair) =>
    (takesMany(operation) ? operandIds.toSorted() : operandIds).join();
  return (
    one.claimQuantityId === other.claimQuantityId &&
    one.operation === other.operation &&
    ids(one) === ids(other)
  );
}
