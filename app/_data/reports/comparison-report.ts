import type { ClaimFilter, ClaimSort } from '#domain/claims/claim-list';
import { compareFigures } from '#domain/comparison/compare';
import { isMisquoted } from '#domain/comparison/pair';
import { compareDerived } from '#domain/derived/compare-derived';
import type { Operation } from '#domain/derived/operation';
import { asOfDay, type ComparedFigure, FIGURE_FIELDS } from '#domain/figures/figure';
import type { QuoteChange } from '#domain/quotes/differences';
import type { ComparisonReport } from '#domain/reports/comparison-columns';
import { eachClaimNumbers } from '../claims/claim-list';
import { openSnapshot, prepared, type Sqlite } from '../database/db';
import type { StoredOperand } from '../evidence/comparisons';
import { type CountedRow, readOrigins } from '../evidence/origins';

/**
 * Every comparison of the claims of a list, a batch of claims at a time, in the order of the list. All
 * of it shows the desk at one moment. Confidential sources stay at the desk.
 */
export function* eachComparisonReport(
  filter: ClaimFilter,
  sort: ClaimSort,
): Generator<readonly ComparisonReport[]> {
  const snapshot = openSnapshot();
  try {
    for (const numbers of eachClaimNumbers(snapshot, filter, sort)) {
      yield comparisonsOf(snapshot, JSON.stringify(numbers));
    }
  } finally {
    snapshot.close();
  }
}

/** A comparison of a claim with what it is about, for reports. */
export type ReportedComparison = ComparisonReport & {
  readonly claimId: string;
  readonly claimQuantityId: string;
};

/**
 * The comparisons of some claims, by their numbers as a JSON list: in the order of the list, and of each
 * claim the one by the nearest source first.
 */
export function comparisonsOf(db: Sqlite, numbers: string): ReportedComparison[] {
  const rows = prepared<[string], Row>(PAIRS, db)
    .all(numbers)
    .filter((row) => !isMisquoted(row, { corrected: row.isCorrected === 1 }));
  if (rows.length === 0) return [];
  const originOf = readOrigins(db, rows);
  const operandsOf = readOperands(db, rows);
  return rows.flatMap((row): ReportedComparison[] => {
    const figure = toComparedFigure(row, 'c_', row.saidOn, row.articleDay);
    const compared = compareRow(row, figure, operandsOf(row));
    if (!compared) return [];
    return [
      {
        claimId: row.claimId,
        claimQuantityId: row.claimQuantityId,
        number: row.number,
        claim: row.claim,
        figure,
        ...compared,
        quote: row.quote,
        stance: row.stance,
        directness: row.directness,
        sourceTitle: row.sourceTitle,
        sourceUrl: row.sourceUrl,
        publisher: row.publisher,
        origin: originOf(row).reported,
        captureSha256: row.captureSha256,
        comparedBy: row.comparedBy,
        comparedAt: new Date(row.comparedAt).toISOString(),
      },
    ];
  });
}

type Operand = ComparedFigure & { readonly sourceTitle: string };

/** Null where a calculation stands on something that is not in reports, or cannot be made any more. */
function compareRow(
  row: Row,
  figure: ComparedFigure,
  operands: readonly Operand[] | null,
): Pick<ReportedComparison, 'found' | 'comparison' | 'derived'> | null {
  if (row.operation === null) {
    const found = toComparedFigure(row, 'e_', row.sourceDay);
    return { found, comparison: compareFigures(figure, found), derived: null };
  }
  if (!operands) return null;
  const compared = compareDerived(figure, row.operation, operands);
  if (!compared.ok) return null;
  const { derived, comparison } = compared.value;
  return {
    found: derived.figure,
    comparison,
    derived: {
      operation: row.operation,
      working: derived.working,
      operands: operands.map(({ surface, sourceTitle }) => ({ surface, sourceTitle })),
    },
  };
}

/** The figures of each calculation, in its order; null if one of them is not in reports. */
function readOperands(db: Sqlite, rows: readonly Row[]): (row: Row) => Operand[] | null {
  const idsOf = ({ operands }: Row) =>
    operands === null
      ? []
      : (JSON.parse(operands) as StoredOperand[]).map(({ quantityId }) => quantityId);
  const ids = rows.flatMap(idsOf);
  if (ids.length === 0) return () => null;
  const found = prepared<[string], OperandRow>(OPERANDS, db)
    .all(JSON.stringify([...new Set(ids)]))
    .filter((row) => !isMisquoted(row, { corrected: row.isCorrected === 1 }))
    .map((row): [string, Operand] => [
      row.quantityId,
      { ...toComparedFigure(row, 'e_', row.sourceDay), sourceTitle: row.sourceTitle },
    ]);
  const byId = new Map(found);
  return (row) => {
    const own = idsOf(row);
    const operands = own.flatMap((id) => byId.get(id) ?? []);
    return operands.length === own.length ? operands : null;
  };
}

type FigureRow = {
  readonly [column: `c_${string}` | `e_${string}`]: string | number | null;
};

type OperandRow = FigureRow & {
  readonly quantityId: string;
  readonly quoteChange: QuoteChange | null;
  readonly isCorrected: number;
  readonly sourceDay: string | null;
  readonly sourceTitle: string;
};

type Row = Pick<
  ReportedComparison,
  | 'claimId'
  | 'claimQuantityId'
  | 'number'
  | 'claim'
  | 'quote'
  | 'stance'
  | 'directness'
  | 'sourceTitle'
  | 'sourceUrl'
  | 'publisher'
  | 'captureSha256'
  | 'comparedBy'
  | 'comparedAt'
> & {
  readonly quoteChange: QuoteChange | null;
  readonly isCorrected: number;
  readonly saidOn: string | null;
  readonly articleDay: string | null;
  readonly sourceDay: string | null;
  readonly derivedFromId: string | null;
  readonly operation: Operation | null;
  readonly operands: string | null;
} & FigureRow &
  CountedRow;

const FIGURE_COLUMNS = [...FIGURE_FIELDS, 'asOf', 'cumulative'] as const;

const columnsOf = (table: string) =>
  FIGURE_COLUMNS.map((column) => `${table}."${column}" AS "${table}_${column}"`).join(', ');

function toComparedFigure(
  row: FigureRow,
  prefix: 'c_' | 'e_',
  ...days: readonly (string | null)[]
): ComparedFigure {
  const read = Object.fromEntries(
    FIGURE_COLUMNS.map((column) => [column, row[`${prefix}${column}`]]),
  ) as unknown as ComparedFigure;
  const { cumulative } = read as { readonly cumulative: unknown };
  return {
    ...read,
    asOf: asOfDay(read, ...days),
    cumulative: cumulative === null ? null : cumulative !== 0,
  };
}

const OPERANDS = `SELECT e."id" AS "quantityId", ${columnsOf('e')}, ev."quoteChange",
    e."corrected" AS "isCorrected", d."title" AS "sourceTitle", d."publishedOn" AS "sourceDay"
  FROM json_each(?) j
  CROSS JOIN "Quantity" e ON e."id" = j.value
  JOIN "Evidence" ev ON ev."id" = e."evidenceId" AND ev."removedAt" IS NULL
  JOIN "Document" d ON d."id" = ev."documentId" AND NOT d."confidential"`;

const PAIRS = `SELECT p."claimId", p."claimQuantityId", p."operation", p."operands", cl."number", cl."text" AS "claim", cl."saidOn",
    ar."publishedOn" AS "articleDay", ${columnsOf('c')}, ${columnsOf('e')},
    ev."quoteChange", e."corrected" AS "isCorrected", ev."quote", ev."stance", ev."directness",
    ev."documentId", ev."countsWithId", ev."comesFrom", d."title" AS "sourceTitle", d."url" AS "sourceUrl", d."publisher",
    d."publishedOn" AS "sourceDay", d."derivedFromId", k."sha256" AS "captureSha256",
    u."name" AS "comparedBy", p."at" AS "comparedAt"
  FROM json_each(?) j
  CROSS JOIN "Claim" cl ON cl."number" = j.value
  JOIN "FigurePair" p ON p."claimId" = cl."id" AND p."removedAt" IS NULL
  JOIN "Document" ar ON ar."id" = cl."articleId"
  JOIN "Quantity" c ON c."id" = p."claimQuantityId"
  JOIN "Quantity" e ON e."id" = p."evidenceQuantityId"
  JOIN "Evidence" ev ON ev."id" = e."evidenceId" AND ev."removedAt" IS NULL
  JOIN "Document" d ON d."id" = ev."documentId" AND NOT d."confidential"
  LEFT JOIN "Capture" k ON k."id" = ev."captureId"
  JOIN "User" u ON u."id" = p."byId"
  ORDER BY j.key, c."leading" DESC, c."n", ev."directness", p."id"`;
