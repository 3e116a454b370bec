import type { Day } from '#domain/day';
import type { DeskCounts } from '#domain/desk-numbers';
import { lastMonths, MONTHS_SHOWN } from '#domain/desk-numbers';
import { DUE_STATUSES } from '#domain/planning';
import { type Sqlite, sqlite } from './db';

type Known = {
  readonly db: Sqlite;
  readonly version: unknown;
  readonly today: Day;
  readonly counts: DeskCounts;
};
let known: Known | null = null;

/**
 * How the desk stands, counted anew only after something was written: SQLite says whether another
 * connection has committed anything since.
 */
export function countDesk(today: Day): DeskCounts {
  const db = sqlite();
  // Asked before counting: what is committed meanwhile makes it another version the next time.
  const version = db.pragma('data_version', { simple: true });
  if (known?.db !== db || known.version !== version || known.today !== today) {
    known = { db, version, today, counts: count(db, today) };
  }
  return known.counts;
}

/**
 * Counted and grouped in the database: each count walks an index that holds all it asks for, but for
 * the approvals, of which only the months that are shown are read.
 */
function count(db: Sqlite, today: Day): DeskCounts {
  const rows = <Row>(sql: string, ...values: string[]) =>
    db.prepare<string[], Row>(sql).all(...values);
  return {
    statuses: rows(`SELECT "status", count(*) AS "count" FROM "Claim" GROUP BY "status"`),
    ratings: rows(
      `SELECT "ratingKey", count(*) AS "count" FROM "Claim" INDEXED BY "Claim_by_number"
       WHERE "ratingKey" IS NOT NULL GROUP BY "ratingKey"`,
    ),
    approvals: rows(
      `SELECT substr("at", 1, 7) AS "month",
              CAST(julianday(substr("at", 1, 10)) - julianday("accepted") AS INTEGER) AS "days",
              count(*) AS "count"
       FROM (SELECT a."at", substr(c."acceptedAt", 1, 10) AS "accepted"
             FROM (SELECT "claimId", min("at") AS "at" FROM "Approval"
                   GROUP BY "claimId" HAVING min("at") >= ?) a
             JOIN "Claim" c ON c."id" = a."claimId" WHERE c."acceptedAt" IS NOT NULL)
       GROUP BY 1, 2`,
      lastMonths(today, MONTHS_SHOWN)[0] ?? today,
    ),
    open: rows(
      `SELECT substr("acceptedAt", 1, 10) AS "day", count(*) AS "count" FROM "Claim"
       WHERE "status" IN (${DUE_STATUSES.map(() => '?').join(', ')}) AND "acceptedAt" IS NOT NULL
       GROUP BY 1`,
      ...DUE_STATUSES,
    ),
  };
}
