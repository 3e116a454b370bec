import type { ClaimStatus } from '../claims/claim';
import { isOverdue } from '../claims/planning';
import type { Day } from '../day';
import type { NotificationDraft } from './notification';

/** A claim whose due date is to be watched. */
export type DueClaim = {
  readonly id: string;
  readonly status: ClaimStatus;
  readonly dueOn: Day | null;
  readonly assigneeId: string | null;
};

/** That somebody was told of an overdue claim, and on which day. */
export type NotifiedOverdue = {
  readonly claimId: string;
  readonly userId: string;
  readonly on: Day;
};

/**
 * Who is to be told that a claim is overdue: whoever holds it, or every editor where nobody does.
 *
 * Nobody is told twice of one due date. Whoever was told after it has passed was told of it; a later
 * due date that passes as well is another one.
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
