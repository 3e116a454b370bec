import { outsideRequests } from '#data/database/outside-requests';
import { notifyOfOverdue } from '#data/notices/overdue';
import { processWide } from '#process/process-wide';

const HOUR_MS = 60 * 60 * 1000;
/** While somebody looks at the desk, a date that has passed is told within this. */
const GLANCE_MS = 10 * 60 * 1000;

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
  notifyOfOverdue().catch((error: unknown) =>
    console.error('Due dates could not be looked at:', error),
  );
}
