import type { StoredClaim } from '#domain/claims/reread';
import { READING_ACTIONS } from '#domain/record/events';
import type { QuantityModel } from '#prisma/models';
import { toRecordedFigure } from '../claims/figures';
import { prepared, reader, type Tx } from '../database/db';
import { toBefore } from '../record/stored-event';

/** What a decision on the claims of an article rests on: nothing of it may change before it is recorded. */
export type RereadBasis = { readonly claims: number; readonly revisions: number };

/**
 * The claims that stand in a capture of an article, as a new reading is laid beside them.
 * By plain SQL: a long article has more claims than a query of Prisma's may name.
 */
export async function listStoredClaims(
  articleId: string,
  captureId: string,
): Promise<{ claims: StoredClaim[]; basis: RereadBasis }> {
  // Looked at first: whatever changes from here on makes the basis another one.
  const basis = await findBasis(reader(), articleId);
  const claims: StoredClaim[] = [];
  for await (const some of eachStoredClaims(articleId, captureId)) claims.push(...some);
  return { claims, basis };
}

const CLAIMS_A_PAGE = 250;

/** The same claims a page at a time, in the order of the text, so that others get their turn between. */
export async function* eachStoredClaims(
  articleId: string,
  captureId: string,
): AsyncGenerator<StoredClaim[]> {
  let [position, id] = [-1, ''];
  for (;;) {
    const rows = prepared<[string, string, number, string, number], ClaimRow>(
      `SELECT c."id", c."status", c."revision", c."engineVersion", c."text", c."kind",
              c."checkable", c."saidOn", c."saidOnText", c."eventOn", c."eventOnText",
              c."leansOn", c."candidates", c."checkWorthiness", c."reasons", c."position", p."name" AS "claimant",
              a."start", a."end"
       FROM "Claim" c
       LEFT JOIN "Appearance" a ON a."claimId" = c."id" AND a."captureId" = ? AND a."first" = 1
       LEFT JOIN "Party" p ON p."id" = c."claimantId"
       WHERE c."articleId" = ? AND (c."position", c."id") > (?, ?)
       ORDER BY c."position", c."id" LIMIT ?`,
    ).all(captureId, articleId, position, id, CLAIMS_A_PAGE);
    const last = rows.at(-1);
    if (!last) return;
    [position, id] = [last.position, last.id];
    yield toStoredClaims(rows.filter((row) => row.start !== null));
    await new Promise(setImmediate);
  }
}

function toStoredClaims(rows: readonly ClaimRow[]): StoredClaim[] {
  const ids = JSON.stringify(rows.map((row) => row.id));
  const steps = listSteps(ids);
  const figures = listFigures(ids);
  return rows.map(({ checkable, reasons, candidates, engineVersion, position: _, ...row }) => {
    const taken = steps.get(row.id) ?? [];
    return {
      ...row,
      checkable: checkable === 1,
      reasons: JSON.parse(reasons) as string[],
      candidates: candidates === null ? [] : (JSON.parse(candidates) as string[]),
      isMadeByReviewer: engineVersion === null,
      steps: taken.map(({ action }) => action),
      figures: figures.get(row.id) ?? [],
      removed: taken.flatMap(({ removed }) => removed ?? []),
    };
  });
}

type ClaimRow = Omit<
  StoredClaim,
  'checkable' | 'reasons' | 'candidates' | 'isMadeByReviewer' | 'steps' | 'figures' | 'removed'
> & {
  readonly checkable: number;
  readonly position: number;
  readonly reasons: string;
  readonly candidates: string | null;
  readonly engineVersion: string | null;
};

/** The figures of claims, by claim, in order. */
function listFigures(ids: string): Map<string, StoredClaim['figures'][number][]> {
  const rows = prepared<[string], QuantityModel & { claimId: string }>(
    `SELECT q.* FROM json_each(?) j CROSS JOIN "Quantity" q ON q."claimId" = j.value
     ORDER BY q."claimId", q."n"`,
  ).all(ids);
  return byClaim(rows, (row) => ({ ...toRecordedFigure(row), corrected: Boolean(row.corrected) }));
}

type Step = { readonly action: string; readonly removed: StoredClaim['removed'][number] | null };

/** What people did to claims, by claim, in order. */
function listSteps(ids: string): Map<string, Step[]> {
  const rows = prepared<string[], { claimId: string; action: string; before: string | null }>(
    `SELECT e."claimId", e."action",
            CASE e."action" WHEN 'figure.removed' THEN e."before" END AS "before"
     FROM json_each(?) j CROSS JOIN "Claim" c ON c."id" = j.value
     CROSS JOIN "Event" e ON e."claimId" = c."id"
     WHERE c."revision" > 0 AND e."action" NOT IN (${READING_ACTIONS.map(() => '?').join(', ')})
     ORDER BY e."seq"`,
  ).all(ids, ...READING_ACTIONS);
  return byClaim(rows, ({ action, before }) => ({
    action,
    removed: before === null ? null : toRemoved(before),
  }));
}

function byClaim<Row extends { readonly claimId: string }, Value>(
  rows: readonly Row[],
  toValue: (row: Row) => Value,
): Map<string, Value[]> {
  const found = new Map<string, Value[]>();
  for (const row of rows) {
    const sofar = found.get(row.claimId);
    if (sofar) sofar.push(toValue(row));
    else found.set(row.claimId, [toValue(row)]);
  }
  return found;
}

// Early events do not have its place; then its words tell which it was.
function toRemoved(before: string): StoredClaim['removed'][number] {
  const { surface = '', start = null, end = null } = toBefore('figure.removed', before);
  return { surface, start, end };
}

/** What a decision would rest on now. */
export async function findBasis(from: Pick<Tx, 'claim'>, articleId: string): Promise<RereadBasis> {
  const { _count, _sum } = await from.claim.aggregate({
    where: { articleId },
    _count: { _all: true },
    _sum: { revision: true },
  });
  return { claims: _count._all, revisions: _sum.revision ?? 0 };
}
