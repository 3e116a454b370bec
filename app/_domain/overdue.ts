import type { ClaimStatus } from './claim';
import type { Day } from './day';
import type { Notice } from './notification';

/** The statuses in which somebody still has to do something by the due date. */
export const DUE_STATUSES = [
  'open',
  'checking',
  'inReview',
] as const satisfies readonly ClaimStatus[];

/** A claim whose due date is to be watched. */
export type DueClaim = {
  readonly id: string;
  readonly status: ClaimStatus;
  readonly dueOn: Day | null;
  readonly assigneeId: string | null;
};

/** That somebody was told of an overdue claim, and on which day. */
export type ToldOverdue = {
  readonly claimId: string;
  readonly userId: string;
  readonly on: Day;
};

/** Whether a claim should have been done by now: its due date itself is still in time. */
export const isOverdue = ({ status, dueOn }: Omit<DueClaim, 'id' | 'assigneeId'>, today: Day) =>
  dueOn !== null && dueOn < today && DUE_STATUSES.some((each) => each === status);

/**
 * Who is to be told that a claim is overdue: whoever holds it, or every editor where nobody does.
 *
 * Nobody is told twice of one due date. Whoever was told after it has passed was told of it; a later
 * due date that passes as well is another one.
 *
 * @param active  those who can still sign in
 */
export function overdueNotices(
  claims: readonly DueClaim[],
  {
    today,
    editorIds,
    active,
    told,
  }: {
    today: Day;
    editorIds: readonly string[];
    active: ReadonlySet<string>;
    told: readonly ToldOverdue[];
  },
): (Notice & { readonly claimId: string })[] {
  const lastTold = new Map<string, Day>();
  for (const { claimId, userId, on } of told) {
    const key = `${claimId} ${userId}`;
    const known = lastTold.get(key);
    if (known === undefined || known < on) lastTold.set(key, on);
  }
  return claims.flatMap((claim) => {
    if (!isOverdue(claim, today)) return [];
    const { id: claimId, dueOn, assigneeId } = claim;
    const isHeld = assigneeId !== null && active.has(assigneeId);
    return (isHeld ? [assigneeId] : editorIds)
      .filter((userId) => (lastTold.get(`${claimId} ${userId}`) ?? '') <= (dueOn ?? ''))
      .map((userId) => ({ claimId, userId, kind: 'overdue' as const }));
  });
}
