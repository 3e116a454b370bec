import { write } from '../database/db';
import { event, recordEvents } from '../record/record-events';

/** Puts a hash in the place of one of the same password, made at a lower cost. */
export async function recordHashedAnew(old: string, hash: string): Promise<void> {
  await write(async (tx) => {
    const account = await tx.account.findFirst({
      where: { password: old },
      select: { id: true, userId: true },
    });
    // Another sign-in was quicker, or the password was changed meanwhile.
    if (!account) return;
    await tx.account.update({ where: { id: account.id }, data: { password: hash } });
    await recordEvents(tx, { userId: account.userId, via: 'ui' }, [
      event('password.hashedAnew', account.userId, {}),
    ]);
  });
}
