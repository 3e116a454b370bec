import { v7 as uuidv7 } from 'uuid';
import { compareFigures } from '#domain/comparison/compare';
import { decidePair, type FigurePair, type PairRefusal } from '#domain/comparison/pair';
import { compareDerived } from '#domain/derived/compare-derived';
import { type DerivedPair, decideCalculation } from '#domain/derived/decide';
import type { DeriveRefusal } from '#domain/derived/derive';
import type { Operation } from '#domain/derived/operation';
import { accept, type Result, refuse } from '#domain/result';
import { requireUnderWork } from '../claims/under-work';
import { plain, type Tx, write } from '../database/db';
import { type Actor, event, recordEvents } from '../record/record-events';
import { findComparedFigures, type StoredOperand } from './comparisons';

export type RefusedPair = PairRefusal | { readonly kind: 'noSuchClaim' };
export type RefusedDerived = RefusedPair | DeriveRefusal;

/**
 * Holds a figure of a claim against one of its evidence. It adds and replaces nothing, so a claim that
 * has moved on meanwhile is no conflict; it is decided inside the write, on the claim as it stands.
 */
export async function recordPair(
  claimId: string,
  pair: FigurePair,
  actor: Reviewer,
): Promise<Result<void, RefusedPair>> {
  return write(async (tx) => {
    const found = await findPairable(tx, claimId);
    if (!found) return refuse({ kind: 'noSuchClaim' });
    const { claim, now } = found;
    const pairs = now.comparisons.flatMap((each) =>
      each.derived ? [] : [{ claimQuantityId: each.figure.id, evidenceQuantityId: each.found.id }],
    );
    const decided = decidePair({ ...claim, pairs }, pair);
    if (!decided.ok) return decided;
    const figure = now.figures.find(({ id }) => id === pair.claimQuantityId);
    const other = now.evidenceFigures.find(({ id }) => id === pair.evidenceQuantityId);
    if (!figure || !other) return refuse({ kind: 'noSuchFigure' });
    const row = { claimId, evidenceId: other.evidenceId, ...pair };
    await addPair(tx, row, { comparison: compareFigures(figure, other).sentence }, actor);
    return accept(undefined);
  });
}

/** Holds a figure of a claim against a calculation of figures of its evidence, likewise. */
export async function recordDerivedPair(
  claimId: string,
  pair: DerivedPair,
  actor: Reviewer,
): Promise<Result<void, RefusedDerived>> {
  return write(async (tx): Promise<Result<void, RefusedDerived>> => {
    const found = await findPairable(tx, claimId);
    if (!found) return refuse({ kind: 'noSuchClaim' });
    const { claim, now } = found;
    const pairs = now.comparisons.flatMap(({ figure, derived }) =>
      derived
        ? [
            {
              claimQuantityId: figure.id,
              operation: derived.operation,
              operandIds: derived.operands.map(({ id }) => id),
            },
          ]
        : [],
    );
    const decided = decideCalculation({ ...claim, pairs }, pair);
    if (!decided.ok) return decided;
    const figure = now.figures.find(({ id }) => id === pair.claimQuantityId);
    const operands = pair.operandIds.flatMap(
      (id) => now.evidenceFigures.find((each) => each.id === id) ?? [],
    );
    const [first] = operands;
    if (!figure) return refuse({ kind: 'noSuchFigure' });
    const compared = compareDerived(figure, pair.operation, operands);
    if (!compared.ok) return compared;
    if (!first) return refuse({ kind: 'noSuchFigure' });
    const row = {
      claimId,
      evidenceId: first.evidenceId,
      claimQuantityId: figure.id,
      evidenceQuantityId: first.id,
      operation: pair.operation,
      operands: operands.map(({ id, evidenceId }) => ({ quantityId: id, evidenceId })),
    };
    const { derived, comparison } = compared.value;
    const words = { comparison: comparison.sentence, working: derived.working };
    await addPair(tx, row, words, actor);
    return accept(undefined);
  });
}

type Reviewer = Actor & { readonly userId: string };

/** The claim as it stands in the write, for deciding on a pair; null when there is none. */
async function findPairable(tx: Tx, claimId: string) {
  const claim = await tx.claim.findUnique({ where: { id: claimId }, select: { status: true } });
  if (!claim) return null;
  const now = findComparedFigures(claimId, plain(tx));
  return {
    now,
    claim: {
      status: claim.status,
      claimQuantityIds: now.figures.map(({ id }) => id),
      evidenceQuantityIds: now.evidenceFigures.map(({ id }) => id),
      misquotedIds: now.evidenceFigures.filter((each) => each.isMisquoted).map(({ id }) => id),
    },
  };
}

type PairContent = {
  readonly claimId: string;
  readonly evidenceId: string;
  readonly claimQuantityId: string;
  readonly evidenceQuantityId: string;
  readonly operation?: Operation;
  readonly operands?: StoredOperand[];
};

async function addPair(
  tx: Tx,
  row: PairContent,
  words: { readonly comparison: string; readonly working?: string },
  actor: Reviewer,
): Promise<void> {
  const id = uuidv7();
  await tx.figurePair.create({ data: { id, ...row, byId: actor.userId, at: new Date() } });
  const { claimId } = row;
  const after = { ...row, ...words, revision: await touch(tx, claimId) };
  await recordEvents(tx, actor, [event('figure.compared', id, { claimId, after })]);
}

/** Takes a pair back; it stays on record. Nothing happens when it was taken back already. */
export async function recordPairTakenBack(
  claimId: string,
  pairId: string,
  actor: Actor,
): Promise<Result<void, RefusedPair>> {
  return write(async (tx) => {
    const underWork = await requireUnderWork(tx, claimId);
    if (!underWork.ok) return underWork;
    const { comparisons } = findComparedFigures(claimId, plain(tx));
    const { count } = await tx.figurePair.updateMany({
      where: { id: pairId, claimId, removedAt: null },
      data: { removedAt: new Date() },
    });
    if (count === 0) return accept(undefined);
    const known = comparisons.find((each) => each.pairId === pairId);
    await recordEvents(tx, actor, [
      event('figure.comparisonTakenBack', pairId, {
        claimId,
        ...(known && { before: { comparison: known.comparison.sentence } }),
        after: { revision: await touch(tx, claimId) },
      }),
    ]);
    return accept(undefined);
  });
}

async function touch(tx: Tx, id: string): Promise<number> {
  const { revision } = await tx.claim.update({
    where: { id },
    data: { revision: { increment: 1 } },
    select: { revision: true },
  });
  return revision;
}
