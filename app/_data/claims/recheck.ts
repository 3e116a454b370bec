import { dayOf } from '#domain/day';
import { accept, type Result, refuse } from '#domain/result';
import { timeZone } from '#process/time-zone';
import { plain, prepared, type Tx, write } from '../database/db';
import { addNotifications } from '../notices/notifications';
import { type Actor, event, recordEvents, THE_DESK } from '../record/record-events';

/**
 * Requests a recheck, inside a write, of every claim with an approved or published verdict on a
 * source with changed text: its recheck day is today, and the people concerned are notified. A
 * claim that is under work anyway is left alone.
 */
export async function requestRecheck(tx: Tx, documentId: string): Promise<void> {
  const standing = prepared<[string], { id: string }>(STANDING_ON, plain(tx)).all(documentId);
  const claims = await tx.claim.findMany({
    where: { id: { in: standing.map(({ id }) => id) } },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      recheckOn: true,
      assigneeId: true,
      verdicts: { orderBy: { n: 'desc' }, take: 1, select: { decidedById: true } },
      approvals: { orderBy: { id: 'desc' }, take: 1, select: { byId: true } },
    },
  });
  const today = dayOf(new Date(), timeZone());
  for (const { id, recheckOn, assigneeId, verdicts, approvals } of claims) {
    const on = recheckOn !== null && recheckOn < today ? recheckOn : today;
    await tx.claim.update({ where: { id }, data: { recheckOn: on } });
    await recordEvents(tx, THE_DESK, [
      event('claim.sourceChanged', id, {
        documentId,
        before: { recheckOn },
        after: { recheckOn: on },
      }),
    ]);
    const concerned = [assigneeId, verdicts[0]?.decidedById, approvals[0]?.byId];
    const active = await tx.user.findMany({
      where: { id: { in: concerned.flatMap((each) => each ?? []) }, active: true },
      select: { id: true },
    });
    await addNotifications(
      tx,
      active.map((person) => ({ userId: person.id, kind: 'sourceChanged' })),
      { claimId: id, causedById: null },
    );
  }
}

// Asked by Prisma, SQLite would look through all that was ever approved or published.
const STANDING_ON = `SELECT DISTINCT c."id"
  FROM "Evidence" e INDEXED BY "Evidence_documentId_idx" CROSS JOIN "Claim" c ON c."id" = e."claimId"
  WHERE e."documentId" = ? AND e."removedAt" IS NULL AND c."status" IN ('approved', 'published')`;

/**
 * Records that somebody has rechecked a claim with a changed source, and the result.
 *
 * @returns refused as notAsked when it is not due for a recheck: somebody else was first
 */
export async function recordLookedAgain(
  claimId: string,
  words: string,
  actor: Actor,
): Promise<Result<void, { kind: 'notAsked' }>> {
  return write(async (tx) => {
    const claim = await tx.claim.findUnique({
      where: { id: claimId },
      select: { recheckOn: true },
    });
    if (!claim?.recheckOn) return refuse({ kind: 'notAsked' });
    await tx.claim.update({ where: { id: claimId }, data: { recheckOn: null } });
    await recordEvents(tx, actor, [
      event('claim.lookedAgain', claimId, {
        before: { recheckOn: claim.recheckOn },
        after: { recheckOn: null },
        reason: words,
      }),
    ]);
    return accept(undefined);
  });
}
