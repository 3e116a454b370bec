import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountStore, isSetUpToken, restoreSetUpToken, spendSetUpToken } from './accounts';
import { reader } from './db';
import { addPerson, closeTestDesk, openTestDesk } from './test-desk';

type Store = Record<
  'user' | 'session' | 'account',
  Record<'create' | 'updateMany' | 'deleteMany', (args: object) => Promise<{ id: string }>>
> & { $transaction: <Value>(work: (store: Store) => Promise<Value>) => Promise<Value> };

let desk: { folder: string; file: string };
const store = accountStore() as unknown as Store;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => closeTestDesk(desk));

const latest = () => reader().event.findFirstOrThrow({ orderBy: { seq: 'desc' } });

test('of two people who open the set-up link at once, one makes the account', async () => {
  await restoreSetUpToken('the token');
  expect(await isSetUpToken('another token')).toBe(false);
  expect(await isSetUpToken('the token')).toBe(true);
  const results = await Promise.all([spendSetUpToken('the token'), spendSetUpToken('the token')]);
  expect(results).toEqual([true, false]);
  expect(await isSetUpToken('the token')).toBe(false);
});

test('once somebody has an account, no set-up link works', async () => {
  await addPerson('Ada');
  await restoreSetUpToken('late token');
  expect(await isSetUpToken('late token')).toBe(false);
  expect(await spendSetUpToken('late token')).toBe(false);
});

test('signing in, signing out and a new password each leave an event, and no secret in it', async () => {
  const { id: userId } = await store.user.create({
    data: { name: 'Noor', email: 'noor@example.org', role: 'admin' },
  });
  expect(await latest()).toMatchObject({
    action: 'user.added',
    actorId: userId,
    after: { name: 'Noor', email: 'noor@example.org', role: 'admin' },
  });

  const session = await store.session.create({
    data: { token: 'the session token', userId, expiresAt: new Date(Date.now() + 1e6) },
  });
  expect(await latest()).toMatchObject({ action: 'session.started', actorId: userId });

  await store.account.create({
    data: { accountId: userId, providerId: 'credential', userId, password: 'the first hash' },
  });
  await store.account.updateMany({ where: { userId }, data: { password: 'the second hash' } });
  expect(await latest()).toMatchObject({ action: 'password.changed', actorId: userId });

  await store.session.deleteMany({ where: { token: 'the session token' } });
  expect(await latest()).toMatchObject({
    action: 'session.ended',
    entityId: session.id,
    actorId: userId,
  });
  const record = JSON.stringify(await reader().event.findMany());
  expect(record).not.toMatch(/the (session token|first hash|second hash)/);
});

test('a sign-up that fails half-way leaves nothing behind', async () => {
  const before = await reader().event.count();
  await expect(
    store.$transaction(async (tx) => {
      await tx.user.create({ data: { name: 'Half', email: 'half@example.org' } });
      throw new Error('the power goes');
    }),
  ).rejects.toThrow('the power goes');
  expect(await reader().user.count({ where: { name: 'Half' } })).toBe(0);
  expect(await reader().event.count()).toBe(before);
});
