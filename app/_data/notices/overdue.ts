import { v7 as uuidv7 } from 'uuid';
import { type Day, dayOf } from '#domain/day';
import { isPermitted, type Role } from '#domain/people/permission';
import { type DueClaim, overdueNotices } from '#domain/review/overdue';
import { processWide } from '#process/process-wide';
import { insertMany } from '../database/bulk';
import { prepared, type Sqlite, writeAtOnce } from '../database/db';
import { outsideRequests } from '../database/outside-requests';

const HOUR_MS = 60 * 60 * 1000;
/** While somebody looks at the desk, a date that has passed is told within this. */
const GLANCE_MS = 10 * 60 * 1000;

// A claim is looked at once for its due day; triggers say when it is to be looked at again.
const UNTOLD = `
  SELECT "id", "status", "dueOn", "assigneeId" FROM "Claim" INDEXED BY "Claim_overdue_untold"
  WHERE NOT "overdueTold" AND "dueOn" > '' AND "dueOn" < ?
    AND "status" IN ('open', 'checking', 'inReview')
  ORDER BY "dueOn", "number" LIMIT ?`;

/** So many claims are told of in one write, so that nobody waits long behind them. */
const AT_ONCE = 500;

/**
 * Tells whoever is to know of claims whose due date has passed, each once a due date.
 *
 * @returns how many were told
 */
export async function tellOverdue(now = new Date()): Promise<number> {
  const today = dayOf(now);
  let told = 0;
  // The queue of writes is left alone on most days, when there is nobody to tell.
  while (prepared<[string, number], DueClaim>(UNTOLD).get(today, 1)) {
    told += await writeAtOnce((db) => tellOfSome(db, today, now));
  }
  return told;
}

function tellOfSome(db: Sqlite, today: Day, now: Date): number {
  const claims = prepared<[string, number], DueClaim>(UNTOLD, db).all(today, AT_ONCE);
  const ids = JSON.stringify(claims.map(({ id }) => id));
  const people = prepared<[], { id: string; role: Role }>(
    'SELECT "id", "role" FROM "User" WHERE "active"',
    db,
  ).all();
  const told = prepared<[string], { claimId: string; userId: string; at: string }>(
    `SELECT n."claimId", n."userId", n."at" FROM json_each(?) j
      CROSS JOIN "Notification" n ON n."claimId" = j.value WHERE n."kind" = 'overdue'`,
    db,
  ).all(ids);
  const notices = overdueNotices(claims, {
    today,
    editorIds: people.filter(({ role }) => isPermitted(role, 'claim.assign')).map(({ id }) => id),
    active: new Set(people.map(({ id }) => id)),
    told: told.map(({ at, ...each }) => ({ ...each, on: dayOf(new Date(at)) })),
  });
  insertMany(
    db,
    'Notification',
    notices.map((notice) => ({ id: uuidv7(), ...notice, at: now })),
  );
  prepared<[string], never>(
    `UPDATE "Claim" SET "overdueTold" = true WHERE "id" IN (SELECT value FROM json_each(?))`,
    db,
  ).run(ids);
  return notices.length;
}

type Watch = { lookedAt: number; timer: NodeJS.Timeout | null };

const watch = (): Watch =>
  processWide('overdue', () => ({ lookedAt: Number.NEGATIVE_INFINITY, timer: null }));

/** Looks now and every hour, for as long as the process lives; it is not kept alive for that. */
export function watchDueDates(): void {
  const watching = watch();
  watching.timer ??= setInterval(look, HOUR_MS).unref();
  look();
}

/** Looks because somebody opened a page, unless that was just done. Never waits, never fails. */
export function glanceAtDueDates(): void {
  if (performance.now() - watch().lookedAt > GLANCE_MS) outsideRequests(look);
}

function look(): void {
  watch().lookedAt = performance.now();
  tellOverdue().catch((error: unknown) =>
    console.error('Due dates could not be looked at:', error),
  );
}
