import { reader, write } from '../database/db';
import { event, recordEvents, THE_DESK } from '../record/record-events';
import { endAllSessions } from './sessions';

/** A person's two-factor secret as it is stored, encrypted; null without one. */
export const findSealed = (userId: string): Promise<{ secret: string } | null> =>
  reader().twoFactor.findFirst({ where: { userId }, select: { secret: true } });

/**
 * The person who gave their password, by the identifier of the next question; null when it was too
 * long ago.
 */
export async function findChallenged(identifier: string): Promise<string | null> {
  const row = await reader().verification.findFirst({
    where: { identifier, expiresAt: { gt: new Date() } },
    select: { value: true },
  });
  return row?.value ?? null;
}

/**
 * Encrypts every encrypted value again with the new secret, and ends all sessions.
 *
 * @param renew  returns a value encrypted again, or null when it cannot be decrypted; it then stays
 *   unchanged
 */
export function recordRotation(
  renew: (sealed: string) => Promise<string | null>,
): Promise<{ renewed: number; lost: number; sessions: number }> {
  return write(async (tx) => {
    const rows = await tx.twoFactor.findMany({
      select: { id: true, secret: true, backupCodes: true },
    });
    let renewed = 0;
    for (const { id, ...sealed } of rows) {
      const secret = await renew(sealed.secret);
      const backupCodes = await renew(sealed.backupCodes);
      if (secret === null || backupCodes === null) continue;
      await tx.twoFactor.update({ where: { id }, data: { secret, backupCodes } });
      renewed += 1;
    }
    const sessions = await tx.session.count();
    const people = await tx.session.findMany({ distinct: ['userId'], select: { userId: true } });
    for (const { userId } of people) {
      await endAllSessions(tx, userId, 'The desk’s secret was changed', THE_DESK);
    }
    const lost = rows.length - renewed;
    await recordEvents(tx, THE_DESK, [
      event('secret.rotated', 'secret', { after: { renewed, lost, sessions } }),
    ]);
    return { renewed, lost, sessions };
  });
}
