import { timingSafeEqual } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '#domain/people/permission';
import { prepared, reader, type Tx, write } from '../database/db';
import { addWaitingNotifications } from '../notices/waiting';
import { event, recordEvents, sha256 } from '../record/record-events';

const SET_UP = 'setUpTokenHash';

/** Somebody who gets an account, with the hash of the password they chose. */
export type NewAccount = {
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
};

/** Whether anybody can sign in yet. */
export const hasAccounts = (): boolean =>
  prepared<[], number>('SELECT EXISTS (SELECT 1 FROM "User")').pluck().get() === 1;

/** Whether nobody has an account yet and this is the token of the link that `npm start` printed. */
export async function isSetUpToken(token: string): Promise<boolean> {
  const [setting, users] = await Promise.all([
    reader().setting.findUnique({ where: { key: SET_UP } }),
    reader().user.count(),
  ]);
  return users === 0 && isHashOf(setting?.value, token);
}

/**
 * Makes the desk's first account, an administrator, and uses the set-up link up.
 *
 * @returns false when the link does not work, also for the second of two who use it at once
 */
export async function recordFirstAccount(token: string, account: NewAccount): Promise<boolean> {
  return write(async (tx) => {
    const setting = await tx.setting.findUnique({ where: { key: SET_UP } });
    if ((await tx.user.count()) > 0 || !isHashOf(setting?.value, token)) return false;
    await tx.setting.delete({ where: { key: SET_UP } });
    await addAccount(tx, account, 'admin');
    return true;
  });
}

/** An account that can sign in, with its event. Using the link up is the caller’s. */
export async function addAccount(
  tx: Tx,
  { name, email, passwordHash }: NewAccount,
  role: Role,
): Promise<string> {
  const id = uuidv7();
  await tx.user.create({ data: { id, name, email: email.toLowerCase(), role } });
  // As the account library keeps a password: an account of its own kind, named by the user.
  await tx.account.create({
    data: { accountId: id, providerId: 'credential', userId: id, password: passwordHash },
  });
  await recordEvents(tx, { userId: id, via: 'ui' }, [
    event('user.added', id, { after: { name, email: email.toLowerCase(), role } }),
  ]);
  addWaitingNotifications(tx, { id, role });
  return id;
}

function isHashOf(stored: unknown, token: string): boolean {
  if (typeof stored !== 'string') return false;
  const [a, b] = [Buffer.from(stored), Buffer.from(sha256(token))];
  return a.length === b.length && timingSafeEqual(a, b);
}
