import { compareFigures } from '#domain/comparison/compare';
import { isMisquoted } from '#domain/comparison/pair';
import type { Comparison } from '#domain/comparison/result';
import { compareDerived } from '#domain/derived/compare-derived';
import type { Operation } from '#domain/derived/operation';
import { toOrigin } from '#domain/evidence/independence';
import type { Directness, Stance } from '#domain/evidence/stance';
import { asOfDay, type ComparedFigure } from '#domain/figures/figure';
import type { EvidenceModel, QuantityModel } from '#prisma/models';
import { type RecordedFigure, toRecordedFigure } from '../claims/figures';
import { prepared, type Sqlite, sqlite } from '../database/db';
import { findClaimOrigins, findOfArticle, findRoots } from './origins';

/** A figure of a claim, as it is compared: dated by its article where it says no day itself. */
export type ClaimFigure = RecordedFigure & ComparedFigure;

/** A figure in the quote of a piece of evidence, with the source that gives it. */
export type EvidenceFigure = RecordedFigure &
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
    /** The origin of the source by itself, without the table of publishers: what verdicts freeze. */
    readonly documentOrigin: string;
    /** Whether the source is the article of the claim itself, or repeats it. */
    readonly isOfArticle: boolean;
  };

/** A figure of a claim compared with one of its evidence, with the person who paired them. */
export type FigureComparison = {
  readonly pairId: string;
  readonly figure: ClaimFigure;
  /** For a calculation: its result, with the evidence of its first figure. */
  readonly found: EvidenceFigure;
  readonly comparison: Comparison;
  readonly derived: DerivedFrom | null;
  readonly by: string;
  readonly at: Date;
};

/** The calculation that a figure of a claim is compared with. */
export type DerivedFrom = {
  readonly operation: Operation;
  readonly working: string;
  readonly operands: readonly EvidenceFigure[];
};

/** The figures of a claim and of its evidence, and their comparisons. */
export type ComparedFigures = {
  readonly figures: readonly ClaimFigure[];
  readonly evidenceFigures: readonly EvidenceFigure[];
  readonly comparisons: readonly FigureComparison[];
};

const NOTHING: ComparedFigures = { figures: [], evidenceFigures: [], comparisons: [] };

/**
 * The figures of a claim and their comparisons, by the policy of the desk.
 *
 * @param db  the current write, if a decision depends on them
 */
export function findComparedFigures(claimId: string, db: Sqlite = sqlite()): ComparedFigures {
  const all = <Row>(sql: string) => prepared<[string], Row>(sql, db).all(claimId);
  const quantities = all<QuantityModel>(CLAIM_FIGURES);
  const pairs = all<PairRow>(PAIRS);
  if (quantities.length === 0 && pairs.length === 0) return NOTHING;
  const [claim] = all<{ articleId: string; day: string | null }>(CLAIM);
  if (!claim) return NOTHING;
  const figures = quantities.map((storedFigure) =>
    dated(toRecordedFigure(storedFigure), claim.day),
  );
  const evidence = all<EvidenceRow>(EVIDENCE);
  const ofEvidence = byEvidence(all<QuantityModel>(EVIDENCE_FIGURES));
  const originOf = findClaimOrigins(db, claimId);
  const rootOf = findRoots(
    db,
    evidence.map(({ documentId }) => documentId),
  );
  const isOfArticle = findOfArticle(
    db,
    evidence.map(({ documentId }) => [claim.articleId, documentId]),
  );
  const evidenceFigures = evidence.flatMap((row) =>
    toEvidenceFigures(row, ofEvidence.get(row.id) ?? [], {
      origin: originOf(row.id).origin,
      documentOrigin: toOrigin(rootOf(row.documentId)),
      isOfArticle: isOfArticle(claim.articleId, row.documentId),
    }),
  );
  const byId = <Each extends { readonly id: string }>(each: readonly Each[], id: string) =>
    each.find((one) => one.id === id);
  const comparisons = pairs.flatMap(({ id, by, at, ...pair }): FigureComparison[] => {
    const figure = byId(figures, pair.claimQuantityId);
    const operands = operandIdsOf(pair).map((each) => byId(evidenceFigures, each));
    const known = operands.flatMap((each) => (each && !each.isMisquoted ? [each] : []));
    if (!figure || known.length < operands.length) return [];
    const compared = compareWith(figure, pair.operation, known);
    return compared ? [{ pairId: id, figure, ...compared, by, at: new Date(at) }] : [];
  });
  return { figures, evidenceFigures, comparisons };
}

type Compared = Pick<FigureComparison, 'found' | 'comparison' | 'derived'>;

/** Null where the calculation cannot be made any more, as when a figure was corrected to zero. */
function compareWith(
  figure: ClaimFigure,
  operation: Operation | null,
  operands: readonly EvidenceFigure[],
): Compared | null {
  const [first] = operands;
  if (!first) return null;
  if (operation === null) {
    return { found: first, comparison: compareFigures(figure, first), derived: null };
  }
  const compared = compareDerived(figure, operation, operands);
  if (!compared.ok) return null;
  const { derived, comparison } = compared.value;
  const titles = [...new Set(operands.map(({ source }) => source.title))];
  return {
    found: {
      ...first,
      ...derived.figure,
      source: { ...first.source, title: titles.join('; ') },
      isOfArticle: operands.some((each) => each.isOfArticle),
      isConfidential: operands.some((each) => each.isConfidential),
    },
    comparison,
    derived: { operation, working: derived.working, operands },
  };
}

/** The figures of a calculation as a pair stores them, in their order. */
export type StoredOperand = { readonly quantityId: string; readonly evidenceId: string };

const operandIdsOf = ({ evidenceQuantityId, operands }: Omit<PairRow, 'id' | 'by' | 'at'>) =>
  operands === null
    ? [evidenceQuantityId]
    : (JSON.parse(operands) as StoredOperand[]).map(({ quantityId }) => quantityId);

function byEvidence(rows: readonly QuantityModel[]): Map<string | null, QuantityModel[]> {
  const groups = new Map<string | null, QuantityModel[]>();
  for (const row of rows) {
    const group = groups.get(row.evidenceId);
    if (group) group.push(row);
    else groups.set(row.evidenceId, [row]);
  }
  return groups;
}

const CLAIM = `
  SELECT c."articleId", coalesce(c."saidOn", a."publishedOn") AS "day"
  FROM "Claim" c JOIN "Document" a ON a."id" = c."articleId" WHERE c."id" = ?`;

const CLAIM_FIGURES = `
  SELECT * FROM "Quantity" WHERE "claimId" = ? ORDER BY "leading" DESC, "n"`;

const EVIDENCE = `
  SELECT e."id", e."stance", e."directness", e."quoteChange", d."id" AS "documentId", d."title",
    d."publisher", d."url", d."publishedOn", d."confidential", k."sha256"
  FROM "Evidence" e JOIN "Document" d ON d."id" = e."documentId"
    LEFT JOIN "Capture" k ON k."id" = e."captureId"
  WHERE e."claimId" = ? AND e."removedAt" IS NULL ORDER BY e."directness", e."id"`;

const EVIDENCE_FIGURES = `
  SELECT q.* FROM "Evidence" e JOIN "Quantity" q ON q."evidenceId" = e."id"
  WHERE e."claimId" = ? AND e."removedAt" IS NULL ORDER BY q."evidenceId", q."n"`;

const PAIRS = `
  SELECT p."id", p."claimQuantityId", p."evidenceQuantityId", p."operation", p."operands", p."at",
    u."name" AS "by"
  FROM "FigurePair" p JOIN "User" u ON u."id" = p."byId"
  WHERE p."claimId" = ? AND p."removedAt" IS NULL ORDER BY p."id"`;

type PairRow = {
  readonly id: string;
  readonly claimQuantityId: string;
  readonly evidenceQuantityId: string;
  readonly operation: Operation | null;
  readonly operands: string | null;
  readonly at: string;
  readonly by: string;
};

type EvidenceRow = Pick<EvidenceModel, 'id' | 'stance' | 'directness' | 'quoteChange'> & {
  readonly documentId: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly publishedOn: string | null;
  readonly confidential: number;
  /** The text of its capture; null for an interview. */
  readonly sha256: string | null;
};

function toEvidenceFigures(
  row: EvidenceRow,
  quantities: readonly QuantityModel[],
  of: Pick<EvidenceFigure, 'origin' | 'documentOrigin' | 'isOfArticle'>,
): EvidenceFigure[] {
  const { id, stance, directness, quoteChange, documentId, title, publisher, url } = row;
  return quantities.map((storedFigure) => ({
    ...dated(toRecordedFigure(storedFigure), row.publishedOn),
    evidenceId: id,
    stance,
    directness,
    // Null for an interview, too.
    captureSha256: row.sha256,
    isMisquoted: isMisquoted({ quoteChange }, storedFigure),
    source: { id: documentId, title, publisher, url },
    isConfidential: Boolean(row.confidential),
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

const dated = (storedFigure: RecordedFigure, day: string | null): RecordedFigure => ({
  ...storedFigure,
  asOf: asOfDay(storedFigure, day),
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
export const toFrozenComparison = ({
  pairId,
  figure,
  found,
  comparison,
  derived,
}: FigureComparison) => ({
  pairId,
  figure: { id: figure.id, surface: figure.surface, measure: figure.measure, asOf: figure.asOf },
  found: {
    id: found.id,
    evidenceId: found.evidenceId,
    surface: found.surface,
    measure: found.measure,
    asOf: found.asOf,
    origin: found.documentOrigin,
    captureSha256: found.captureSha256,
    source: found.source,
  },
  comparison,
  // Only where there is one: what was frozen before keeps its digest.
  ...(derived && { derived: toFrozenWorking(derived) }),
});

const toFrozenWorking = ({ operation, working, operands }: DerivedFrom) => ({
  operation,
  working,
  operands: operands.map(({ id, evidenceId, surface, source }) => ({
    id,
    evidenceId,
    surface,
    source,
  })),
});

export type FrozenComparison = ReturnType<typeof toFrozenComparison>;

/** All evidence that a frozen comparison stands on. */
export const evidenceOf = ({
  found,
  derived,
}: {
  readonly found: { readonly evidenceId: string };
  readonly derived?: { readonly operands: readonly { readonly evidenceId: string }[] };
}): string[] => [
  found.evidenceId,
  ...(derived?.operands ?? []).map(({ evidenceId }) => evidenceId),
];

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
