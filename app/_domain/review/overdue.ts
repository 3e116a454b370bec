import type { ClaimStatus } from '../claims/claim';
import { isOverdue } from '../claims/planning';
import type { Day } from '../day';
import type { NotificationDraft } from './notification';

/** A claim with a due date to watch. */
export type DueClaim = {
  readonly id: string;
  readonly status: ClaimStatus;
  readonly dueOn: Day | null;
  readonly assigneeId: string | null;
};

/** A person who was notified of an overdue claim, and the day. */
export type NotifiedOverdue = {
  readonly claimId: string;
  readonly userId: string;
  readonly on: Day;
};

/**
 * The notifications of overdue claims: for the assignee, or for every editor if there is none.
 *
 * Nobody is notified twice of one due date: a notification after the due date was of that date, and
 * a later due date is another one.
 *
 * @param active  those who can still sign in
 */
export function overdueNotifications(
  claims: readonly DueClaim[],
  {
    today,
    editorIds,
    active,
    notified,
  }: {
    today: Day;
    editorIds: readonly string[];
    active: ReadonlySet<string>;
    notified: readonly NotifiedOverdue[];
  },
): (NotificationDraft & { readonly claimId: string })[] {
  const lastNotified = new Map<string, Day>();
  for (const { claimId, userId, on } of notified) {
    const key = `${claimId} ${userId}`;
    const known = lastNotified.get(key);
    if (known === undefined || known < on) lastNotified.set(key, on);
  }
  return claims.flatMap((claim) => {
    const { id: claimId, dueOn, assigneeId, status } = claim;
    if (!isOverdue(dueOn, today, status)) return [];
    const isAssigned = assigneeId !== null && active.has(assigneeId);
    return (isAssigned ? [assigneeId] : editorIds)
      .filter((userId) => (lastNotified.get(`${claimId} ${userId}`) ?? '') <= (dueOn ?? ''))
      .map((userId) => ({ claimId, userId, kind: 'overdue' as const }));
  });
}
