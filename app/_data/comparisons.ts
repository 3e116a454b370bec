import { v7 as uuidv7 } from 'uuid';
import type { ComparedFigure } from '#domain/compared-figure';
import { type Comparison, compareQuantities } from '#domain/comparison';
import type { Directness, Stance } from '#domain/evidence';
import { decidePair, type FigurePair, isMisquoted, type PairRefusal } from '#domain/figure-pair';
import { accept, type Result, refuse } from '#domain/result';
import { isUnderWork } from '#domain/review';
import type { Prisma } from '#prisma/client';
import { reader, type Tx, write } from './db';
import { type Actor, recordEvents } from './events';
import { findOfArticle, findOrigins } from './origins';
import { type Quantity, toQuantity } from './quantities';

/** A figure of a claim, as it is compared: dated by its article where it says no day itself. */
export type ClaimFigure = Quantity & ComparedFigure;

/** A figure in the quote of a piece of evidence, with the source that gives it. */
export type EvidenceFigure = Quantity &
  ComparedFigure & {
    readonly evidenceId: string;
    readonly stance: Stance;
    readonly directness: Directness;
    readonly captureSha256: string | null;
    /** Held against nothing: see isMisquoted. */
    readonly isMisquoted: boolean;
    readonly isConfidential: boolean;
    readonly source: {
      readonly id: string;
      readonly title: string;
      readonly publisher: string | null;
      readonly url: string | null;
    };
    /** The same for sources that are not independent of each other: see toOrigin. */
    readonly origin: string;
    /** Whether the source is the article of the claim itself, or repeats it. */
    readonly isOfArticle: boolean;
  };

/** A figure of a claim held against one of its evidence, by whoever paired them. */
export type FigureComparison = {
  readonly pairId: string;
  readonly figure: ClaimFigure;
  readonly found: EvidenceFigure;
  readonly comparison: Comparison;
  readonly by: string;
  readonly at: Date;
};

/** The figures of a claim and of its evidence, and which are held against which. */
export type ComparedFigures = {
  readonly figures: readonly ClaimFigure[];
  readonly evidenceFigures: readonly EvidenceFigure[];
  readonly comparisons: readonly FigureComparison[];
};

const NOTHING: ComparedFigures = { figures: [], evidenceFigures: [], comparisons: [] };

/**
 * The figures of a claim with what they are held against, compared by the policy of the desk.
 *
 * @param from  the write under way, where something is decided on them
 */
export async function findComparedFigures(
  claimId: string,
  from: Pick<Tx, 'claim' | '$queryRawUnsafe'> = reader(),
): Promise<ComparedFigures> {
  const row = await from.claim.findUnique({ where: { id: claimId }, select: comparedSelect });
  if (!row || (row.quantities.length === 0 && row.figurePairs.length === 0)) return NOTHING;
  const articleDay = row.saidOn ?? row.article.publishedOn;
  const figures = row.quantities.map((quantity) => dated(toQuantity(quantity), articleDay));
  const originOf = await findOrigins(
    from,
    row.evidence.map(({ document }) => document.id),
  );
  const isOfArticle = await findOfArticle(
    from,
    row.evidence.map(({ document }) => [row.articleId, document.id]),
  );
  const evidenceFigures = row.evidence.flatMap((evidence) =>
    toEvidenceFigures(evidence, {
      origin: originOf(evidence.document.id),
      isOfArticle: isOfArticle(row.articleId, evidence.document.id),
    }),
  );
  const byId = <Each extends { readonly id: string }>(all: readonly Each[], id: string) =>
    all.find((each) => each.id === id);
  const comparisons = row.figurePairs.flatMap(({ id, by, at, ...pair }): FigureComparison[] => {
    const figure = byId(figures, pair.claimQuantityId);
    const found = byId(evidenceFigures, pair.evidenceQuantityId);
    if (!figure || !found || found.isMisquoted) return [];
    const comparison = compareQuantities(figure, found);
    return [{ pairId: id, figure, found, comparison, by: by.name, at }];
  });
  return { figures, evidenceFigures, comparisons };
}

const comparedSelect = {
  status: true,
  saidOn: true,
  articleId: true,
  article: { select: { publishedOn: true } },
  quantities: { orderBy: [{ leading: 'desc' }, { n: 'asc' }] },
  evidence: {
    where: { removedAt: null },
    orderBy: [{ directness: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      stance: true,
      directness: true,
      quoteChange: true,
      quantities: { orderBy: { n: 'asc' } },
      document: {
        select: {
          id: true,
          title: true,
          publisher: true,
          url: true,
          publishedOn: true,
          confidential: true,
        },
      },
      capture: { select: { sha256: true } },
    },
  },
  figurePairs: {
    where: { removedAt: null },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      claimQuantityId: true,
      evidenceQuantityId: true,
      at: true,
      by: { select: { name: true } },
    },
  },
} satisfies Prisma.ClaimSelect;

type EvidenceRow = Prisma.ClaimGetPayload<{ select: typeof comparedSelect }>['evidence'][number];

function toEvidenceFigures(
  { id, stance, directness, quoteChange, quantities, document, capture }: EvidenceRow,
  of: Pick<EvidenceFigure, 'origin' | 'isOfArticle'>,
): EvidenceFigure[] {
  const { publishedOn, confidential, ...source } = document;
  return quantities.map((row) => ({
    ...dated(toQuantity(row), publishedOn),
    evidenceId: id,
    stance,
    directness,
    // Null for an interview, too.
    captureSha256: capture?.sha256 ?? null,
    isMisquoted: isMisquoted({ quoteChange }, row),
    source,
    isConfidential: confidential,
    ...of,
  }));
}

/** Compared figures as somebody may see them: those of confidential sources only who may know of these. */
export const comparedFor = (
  { figures, evidenceFigures, comparisons }: ComparedFigures,
  seesConfidential: boolean,
): ComparedFigures => ({
  figures,
  evidenceFigures: evidenceFigures.filter((each) => seesConfidential || !each.isConfidential),
  comparisons: comparisons.filter(({ found }) => seesConfidential || !found.isConfidential),
});

/** A figure is of the day it names, and else of the day its text is of. */
const dated = (quantity: Quantity, day: string | null): Quantity => ({
  ...quantity,
  asOf: quantity.asOf ?? day,
});

/** Comparisons as ratings are suggested by them: that the article agrees with itself suggests nothing. */
export const toSuggesting = (comparisons: readonly FigureComparison[]) =>
  comparisons
    .filter(({ found }) => !found.isOfArticle)
    .map(({ figure, found, comparison }) => ({
      claimQuantityId: figure.id,
      evidenceId: found.evidenceId,
      stance: found.stance,
      comparison,
    }));

/** A comparison as a verdict keeps it: what was compared, and everything that came of it. */
export const toFrozenComparison = ({ pairId, figure, found, comparison }: FigureComparison) => ({
  pairId,
  figure: { id: figure.id, surface: figure.surface, measure: figure.measure, asOf: figure.asOf },
  found: {
    id: found.id,
    evidenceId: found.evidenceId,
    surface: found.surface,
    measure: found.measure,
    asOf: found.asOf,
    origin: found.origin,
    captureSha256: found.captureSha256,
    source: found.source,
  },
  comparison,
});

export type FrozenComparison = ReturnType<typeof toFrozenComparison>;

/** What of a verdict's comparisons must still be so; sentences and titles may be put otherwise. */
export const toComparisonKey = (
  comparisons: readonly Pick<FrozenComparison, 'pairId' | 'comparison'>[],
): string =>
  JSON.stringify(
    comparisons.map(({ pairId, comparison: { result, article, source } }) => [
      pairId,
      result,
      [article, source].map((side) => side && [side.value, side.low, side.high, side.unit]),
    ]),
  );

export type RefusedPair = PairRefusal | { readonly kind: 'noSuchClaim' };

/**
 * Holds a figure of a claim against one of its evidence. It adds and replaces nothing, so a claim that
 * has moved on meanwhile is no conflict; it is decided inside the write, on the claim as it stands.
 */
export async function recordPair(
  claimId: string,
  pair: FigurePair,
  actor: Actor & { readonly userId: string },
): Promise<Result<void, RefusedPair>> {
  return write(async (tx) => {
    const claim = await tx.claim.findUnique({ where: { id: claimId }, select: { status: true } });
    if (!claim) return refuse({ kind: 'noSuchClaim' });
    const now = await findComparedFigures(claimId, tx);
    const decided = decidePair(
      {
        status: claim.status,
        claimQuantityIds: now.figures.map(({ id }) => id),
        evidenceQuantityIds: now.evidenceFigures.map(({ id }) => id),
        misquotedIds: now.evidenceFigures.filter((each) => each.isMisquoted).map(({ id }) => id),
        pairs: now.comparisons.map(({ figure, found }) => ({
          claimQuantityId: figure.id,
          evidenceQuantityId: found.id,
        })),
      },
      pair,
    );
    if (!decided.ok) return decided;
    const figure = now.figures.find(({ id }) => id === pair.claimQuantityId);
    const found = now.evidenceFigures.find(({ id }) => id === pair.evidenceQuantityId);
    if (!figure || !found) return refuse({ kind: 'noSuchFigure' });
    const row = { id: uuidv7(), claimId, evidenceId: found.evidenceId, ...pair };
    await tx.figurePair.create({ data: { ...row, byId: actor.userId, at: new Date() } });
    const { id, ...said } = row;
    await recordEvents(tx, actor, [
      {
        ...onPair(claimId, id, 'figure.compared'),
        after: {
          ...said,
          comparison: compareQuantities(figure, found).sentence,
          revision: await touch(tx, claimId),
        },
      },
    ]);
    return accept(undefined);
  });
}

/** Takes a pair back; it stays on record. Nothing happens when it was taken back already. */
export async function recordPairTakenBack(
  claimId: string,
  pairId: string,
  actor: Actor,
): Promise<Result<void, RefusedPair>> {
  return write(async (tx) => {
    const claim = await tx.claim.findUnique({ where: { id: claimId }, select: { status: true } });
    if (!claim) return refuse({ kind: 'noSuchClaim' });
    if (!isUnderWork(claim.status)) return refuse({ kind: 'wrongStatus', status: claim.status });
    const { comparisons } = await findComparedFigures(claimId, tx);
    const { count } = await tx.figurePair.updateMany({
      where: { id: pairId, claimId, removedAt: null },
      data: { removedAt: new Date() },
    });
    if (count === 0) return accept(undefined);
    const known = comparisons.find((each) => each.pairId === pairId);
    await recordEvents(tx, actor, [
      {
        ...onPair(claimId, pairId, 'figure.comparisonTakenBack'),
        ...(known && { before: { comparison: known.comparison.sentence } }),
        after: { revision: await touch(tx, claimId) },
      },
    ]);
    return accept(undefined);
  });
}

const onPair = (claimId: string, entityId: string, action: string) => ({
  action,
  entity: 'figurePair',
  entityId,
  claimId,
});

async function touch(tx: Tx, id: string): Promise<number> {
  const { revision } = await tx.claim.update({
    where: { id },
    data: { revision: { increment: 1 } },
    select: { revision: true },
  });
  return revision;
}
