import type { ClaimFilter, ClaimSort } from '#domain/claims/claim-list';
import { asOfDay } from '#domain/figures/figure';
import type { ClaimReport } from '#domain/reports/claim-columns';
import { eachClaimNumbers } from '../claims/claim-list';
import { openSnapshot, prepared, type Sqlite, writeEvenWhenFull } from '../database/db';
import { type CountedRow, findOfArticle, readOrigins } from '../evidence/origins';
import { type Actor, event, recordEvents } from '../record/record-events';
import { comparisonsOf } from './comparison-report';
import { FOUND_OR_WAITING } from './found-or-waiting';

/**
 * Every claim of a list with what its report needs, a batch at a time, so that a report of
 * any length takes the memory of one batch. All of it shows the desk at one moment.
 */
export function* eachClaimReport(
  filter: ClaimFilter,
  sort: ClaimSort,
): Generator<readonly ClaimReport[]> {
  const snapshot = openSnapshot();
  try {
    for (const numbers of eachClaimNumbers(snapshot, filter, sort)) {
      yield reportOn(snapshot, numbers);
    }
  } finally {
    snapshot.close();
  }
}

/** By place, since the driver takes twice as long to give a row by names, and there are many. */
type Row = [
  id: string,
  number: number,
  status: ClaimReport['status'],
  text: string,
  saidOn: string | null,
  kind: ClaimReport['kind'],
  priority: ClaimReport['priority'],
  updatedAt: string,
  figures: number,
  articleTitle: string,
  articleUrl: string | null,
  capturedAt: string | null,
  quote: string | null,
  claimant: string | null,
  assignee: string | null,
  articleDay: string | null,
];

function reportOn(db: Sqlite, numbers: readonly number[]): ClaimReport[] {
  const rows = prepared<[string], Row>(
    `SELECT c."id", c."number", c."status", c."text", c."saidOn", c."kind", c."priority",
              c."updatedAt", c."figureCount", d."title", d."url", k."takenAt", a."exact",
              p."name", u."name", d."publishedOn"
       FROM json_each(?) j
       CROSS JOIN "Claim" c ON c."number" = j.value
       JOIN "Document" d ON d."id" = c."articleId"
       LEFT JOIN "Appearance" a ON a."claimId" = c."id" AND a."first"
       LEFT JOIN "Capture" k ON k."id" = a."captureId"
       LEFT JOIN "Party" p ON p."id" = c."claimantId"
       LEFT JOIN "User" u ON u."id" = c."assigneeId"
       ORDER BY j.key`,
    db,
  )
    .raw()
    .all(JSON.stringify(numbers));
  const ids = JSON.stringify(rows.map(([id]) => id));
  const figures = leadingFigures(db, ids);
  const compared = comparisonsOf(db, JSON.stringify(numbers));
  const verdicts = latestVerdicts(db, ids);
  const evidence = evidenceOf(db, ids);
  const corrections = correctionsOf(db, ids);
  const waivers = waiversOf(db, ids);
  return rows.map(([id, number, status, text, saidOn, kind, priority, updatedAt, ...others]) => {
    const [count, articleTitle, articleUrl, capturedAt, quote, claimant, assignee, articleDay] =
      others;
    const figure = figures.get(id) ?? null;
    return {
      number,
      status,
      text,
      saidOn,
      kind,
      priority,
      updatedAt: toIso(updatedAt),
      figures: count,
      articleTitle,
      articleUrl,
      capturedAt: capturedAt && toIso(capturedAt),
      quote,
      claimant,
      assignee,
      figure: figure && { ...figure, asOf: asOfDay(figure, saidOn, articleDay) },
      comparison: figure && leadingComparison(compared, figure.quantityId),
      verdict: verdicts.get(id) ?? null,
      evidence: evidence.get(id) ?? [],
      corrections: corrections.get(id) ?? [],
      waivers: waivers.get(id) ?? [],
    };
  });
}

/** A time as Prisma writes it, '2026-01-05T09:00:00.000+00:00', as JavaScript prints it. */
const toIso = (at: string) =>
  at.endsWith('+00:00') ? `${at.slice(0, -6)}Z` : new Date(at).toISOString();

type Of<Value> = Value & { readonly claimId: string };

type LeadingFigure = NonNullable<ClaimReport['figure']> & { readonly quantityId: string };

/** By place, like the rows of the claims. */
type FigureRow = [
  claimId: string,
  quantityId: string,
  surface: string,
  qualifier: LeadingFigure['qualifier'],
  value: string | null,
  low: string | null,
  high: string | null,
  unit: string | null,
  baseLow: string | null,
  baseHigh: string | null,
  baseUnit: string | null,
  measure: string | null,
  asOf: string | null,
];

function leadingFigures(db: Sqlite, ids: string): ReadonlyMap<string, LeadingFigure> {
  const rows = prepared<[string], FigureRow>(
    `SELECT q."claimId", q."id", q."surface", q."qualifier", q."value", q."low", q."high",
              q."unit", q."baseLow", q."baseHigh", q."baseUnit", q."measure", q."asOf"
       FROM json_each(?) j CROSS JOIN "Quantity" q ON q."claimId" = j.value
       ORDER BY q."leading" DESC, q."n"`,
    db,
  )
    .raw()
    .all(ids);
  const found = new Map<string, LeadingFigure>();
  for (const [claimId, quantityId, surface, qualifier, value, low, high, unit, ...base] of rows) {
    // The first of each claim is the leading one; a later one does not take its place.
    if (found.has(claimId)) continue;
    const [baseLow, baseHigh, baseUnit, measure, asOf] = base;
    found.set(claimId, {
      quantityId,
      surface,
      qualifier,
      value,
      low,
      high,
      unit,
      baseLow,
      baseHigh,
      baseUnit,
      measure,
      asOf,
    });
  }
  return found;
}

/** The comparison of the leading figure with the nearest source. */
const leadingComparison = (
  compared: ReturnType<typeof comparisonsOf>,
  quantityId: string,
): ClaimReport['comparison'] =>
  compared.find(({ claimQuantityId }) => claimQuantityId === quantityId)?.comparison ?? null;

function latestVerdicts(db: Sqlite, ids: string) {
  type VerdictRow = Of<Omit<NonNullable<ClaimReport['verdict']>, 'reasons'>> & {
    readonly reasons: string;
  };
  const rows = prepared<[string], VerdictRow>(
    `SELECT v."claimId", r."label", r."value", r."averitecLabel", v."reasons",
              v."correctedText", v."explanation", u."name" AS "decidedBy",
              b."name" AS "approvedBy", a."at" AS "approvedAt"
       FROM json_each(?) j CROSS JOIN "Verdict" v ON v."claimId" = j.value
       JOIN "Rating" r ON r."key" = v."ratingKey"
       JOIN "User" u ON u."id" = v."decidedById"
       LEFT JOIN "Approval" a ON a."verdictId" = v."id"
       LEFT JOIN "User" b ON b."id" = a."byId"
       ORDER BY v."n", a."id"`,
    db,
  ).all(ids);
  return new Map(
    rows.map((row) => [
      row.claimId,
      {
        ...row,
        reasons: JSON.parse(row.reasons) as string[],
        approvedAt: row.approvedAt && toIso(row.approvedAt),
      },
    ]),
  );
}

function evidenceOf(db: Sqlite, ids: string) {
  const rows = prepared<[string], Of<EvidenceRow>>(
    `SELECT e."claimId", e."stance", e."directness", e."quote",
              ${FOUND_OR_WAITING}, e."quoteChange",
              c."articleId", d."id" AS "sourceId", e."documentId", d."derivedFromId", d."publisher",
              e."countsWithId", e."comesFrom",
              d."title" AS "sourceTitle", d."url" AS "sourceUrl",
              k."sha256" AS "captureSha256"
       FROM json_each(?) j CROSS JOIN "Evidence" e ON e."claimId" = j.value
       JOIN "Claim" c ON c."id" = e."claimId"
       JOIN "Document" d ON d."id" = e."documentId"
       LEFT JOIN "Capture" k ON k."id" = e."captureId"
       WHERE e."removedAt" IS NULL AND NOT d."confidential"
       ORDER BY e."id"`,
    db,
  ).all(ids);
  const originOf = readOrigins(db, rows);
  const isOfArticle = findOfArticle(
    db,
    rows.map(({ articleId, documentId }) => [articleId, documentId]),
  );
  return byClaim(
    rows.map((row) =>
      Object.assign(row, {
        origin: originOf(row).origin,
        isOfArticle: isOfArticle(row.articleId, row.documentId),
      }),
    ),
  );
}

type EvidenceRow = Omit<ClaimReport['evidence'][number], 'origin' | 'isOfArticle'> &
  CountedRow & {
    readonly articleId: string;
    readonly derivedFromId: string | null;
    readonly publisher: string | null;
  };

function correctionsOf(db: Sqlite, ids: string) {
  const rows = prepared<[string], Of<ClaimReport['corrections'][number]>>(
    `SELECT c."claimId", c."kind", substr(c."at", 1, 10) AS "on", c."note"
       FROM json_each(?) j CROSS JOIN "Correction" c ON c."claimId" = j.value ORDER BY c."id"`,
    db,
  ).all(ids);
  return byClaim(rows);
}

function waiversOf(db: Sqlite, ids: string) {
  const rows = prepared<[string], Of<ClaimReport['waivers'][number]>>(
    `SELECT w."claimId", w."gate", w."reason"
       FROM json_each(?) j CROSS JOIN "Waiver" w ON w."claimId" = j.value
       WHERE w."takenBackAt" IS NULL ORDER BY w."id"`,
    db,
  ).all(ids);
  return byClaim(rows);
}

function byClaim<Row extends { readonly claimId: string }>(rows: readonly Row[]) {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const items = found.get(row.claimId);
    if (items) items.push(row);
    else found.set(row.claimId, [row]);
  }
  return found;
}

/** Records who took which list out of the desk. */
export async function recordExport(
  report: { readonly name: string; readonly query: string },
  actor: Actor,
): Promise<void> {
  await writeEvenWhenFull((tx) =>
    recordEvents(tx, actor, [event('report.exported', report.name, { after: { ...report } })]),
  );
}
