import type { Permission } from '#domain/people/permission';
import { reader, type Tx, writeEvenWhenFull as write } from '../database/db';
import { event, recordEvents } from '../record/record-events';

/** However often it is asked, the record has it once in this time: it must not be a way to fill it. */
const ONCE_IN_MS = 60 * 60 * 1000;

/** Records that somebody who is signed in asked for what their role does not allow. */
export async function recordRefusedPermission(
  userId: string,
  permission: Permission,
  now = new Date(),
): Promise<void> {
  const identifier = `refused-permission-${userId}-${permission}`;
  if (await isNoted(reader(), identifier, now)) return;
  await write(async (tx) => {
    if (await isNoted(tx, identifier, now)) return;
    await tx.verification.deleteMany({ where: { identifier } });
    const expiresAt = new Date(now.getTime() + ONCE_IN_MS);
    await tx.verification.create({ data: { identifier, value: '', expiresAt } });
    await recordEvents(tx, { userId, via: 'ui' }, [
      event('permission.refused', userId, { after: { permission } }),
    ]);
  });
}

const isNoted = async (db: Pick<Tx, 'verification'>, identifier: string, now: Date) =>
  (await db.verification.findFirst({ where: { identifier, expiresAt: { gt: now } } })) !== null;
