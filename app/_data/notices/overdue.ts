import { v7 as uuidv7 } from 'uuid';
import { type Day, dayOf } from '#domain/day';
import { isPermitted, type Role } from '#domain/people/permission';
import { type DueClaim, overdueNotifications } from '#domain/review/overdue';
import { timeZone } from '#process/time-zone';
import { insertMany } from '../database/bulk';
import { prepared, type Sqlite, writeAtOnce } from '../database/db';

// A claim is looked at once for its due day; triggers say when it is to be looked at again.
const UNNOTIFIED = `
  SELECT "id", "status", "dueOn", "assigneeId" FROM "Claim" INDEXED BY "Claim_overdue_untold"
  WHERE NOT "overdueTold" AND "dueOn" > '' AND "dueOn" < ?
    AND "status" IN ('open', 'checking', 'inReview')
  ORDER BY "dueOn", "number" LIMIT ?`;

/** The most claims to notify of in one write, so that other writes do not wait long. */
const AT_ONCE = 500;

/**
 * Notifies people of overdue claims, each person once for each due date.
 *
 * @returns how many were notified
 */
export async function notifyOfOverdue(now = new Date()): Promise<number> {
  const today = dayOf(now, timeZone());
  let notified = 0;
  // The write queue is not used on most days, when there is nobody to notify.
  while (prepared<[string, number], DueClaim>(UNNOTIFIED).get(today, 1)) {
    notified += await writeAtOnce((db) => notifyOfSome(db, today, now));
  }
  return notified;
}

function notifyOfSome(db: Sqlite, today: Day, now: Date): number {
  const claims = prepared<[string, number], DueClaim>(UNNOTIFIED, db).all(today, AT_ONCE);
  const ids = JSON.stringify(claims.map(({ id }) => id));
  const people = prepared<[], { id: string; role: Role }>(
    'SELECT "id", "role" FROM "User" WHERE "active"',
    db,
  ).all();
  const notified = prepared<[string], { claimId: string; userId: string; at: string }>(
    `SELECT n."claimId", n."userId", n."at" FROM json_each(?) j
      CROSS JOIN "Notification" n ON n."claimId" = j.value WHERE n."kind" = 'overdue'`,
    db,
  ).all(ids);
  const notifications = overdueNotifications(claims, {
    today,
    editorIds: people.filter(({ role }) => isPermitted(role, 'claim.assign')).map(({ id }) => id),
    active: new Set(people.map(({ id }) => id)),
    notified: notified.map(({ at, ...each }) => ({ ...each, on: dayOf(new Date(at), timeZone()) })),
  });
  insertMany(
    db,
    'Notification',
    notifications.map((notification) => ({ id: uuidv7(), ...notification, at: now })),
  );
  prepared<[string], never>(
    `UPDATE "Claim" SET "overdueTold" = true WHERE "id" IN (SELECT value FROM json_each(?))`,
    db,
  ).run(ids);
  return notifications.length;
}
