import { v7 as uuidv7 } from 'uuid';
import { dayOf } from '#domain/day';
import { overdueNotices } from '#domain/overdue';
import { isPermitted } from '#domain/permission';
import { DUE_STATUSES } from '#domain/planning';
import { reader, type Tx, write } from './db';
import { outsideRequests } from './outside-requests';

const HOUR_MS = 60 * 60 * 1000;
/** While somebody looks at the desk, a date that has passed is told within this. */
const GLANCE_MS = 10 * 60 * 1000;

/**
 * Tells whoever is to know of claims whose due date has passed, each once a due date.
 *
 * @returns how many were told
 */
export async function tellOverdue(now = new Date()): Promise<number> {
  // The queue of writes is left alone on most days, when there is nobody to tell.
  if ((await findOverdueNotices(reader(), now)).length === 0) return 0;
  return write(async (tx) => {
    const notices = await findOverdueNotices(tx, now);
    await tx.notification.createMany({
      data: notices.map((notice) => ({ id: uuidv7(), ...notice, at: now })),
    });
    return notices.length;
  });
}

async function findOverdueNotices(from: Pick<Tx, 'claim' | 'user' | 'notification'>, now: Date) {
  const today = dayOf(now);
  const where = { dueOn: { lt: today }, status: { in: [...DUE_STATUSES] } };
  const claims = await from.claim.findMany({
    where,
    select: { id: true, status: true, dueOn: true, assigneeId: true },
  });
  if (claims.length === 0) return [];
  const people = await from.user.findMany({
    where: { active: true },
    select: { id: true, role: true },
  });
  const told = await from.notification.findMany({
    where: { kind: 'overdue', claim: where },
    select: { claimId: true, userId: true, at: true },
  });
  return overdueNotices(claims, {
    today,
    editorIds: people.filter(({ role }) => isPermitted(role, 'claim.assign')).map(({ id }) => id),
    active: new Set(people.map(({ id }) => id)),
    told: told.map(({ at, ...each }) => ({ ...each, on: dayOf(at) })),
  });
}

type Watch = { lookedAt: number; timer: NodeJS.Timeout | null };

// Next may load this file more than once: one watch is enough for a desk.
const KEY = Symbol.for('plumbline.overdue');
const processWide = globalThis as { [KEY]?: Watch };

function watch(): Watch {
  processWide[KEY] ??= { lookedAt: Number.NEGATIVE_INFINITY, timer: null };
  return processWide[KEY];
}

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
