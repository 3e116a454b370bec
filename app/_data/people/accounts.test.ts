import { afterAll, beforeAll, expect, test } from 'vitest';
import { reader, write } from '../database/db';
import { SessionRefused, signingInWith } from '../sign-in/way';
import { addPerson, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { accountStore } from './accounts';

type Call = (args: object) => Promise<{ id: string }>;
type Store = Record<
  'user' | 'session' | 'account' | 'twoFactor',
  Record<'create' | 'update' | 'updateMany' | 'deleteMany', Call>
> & { $transaction: <Value>(work: (store: Store) => Promise<Value>) => Promise<Value> };

let desk: { folder: string; file: string };
const store = accountStore() as unknown as Store;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => closeTestDesk(desk));

const latest = () => reader().event.findFirstOrThrow({ orderBy: { seq: 'desc' } });

const startSession = (userId: string, token: string) =>
  store.session.create({
    data: {
      tokenSha256: token,
      userId,
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:149.0) Gecko/20100101 Firefox/149.0',
      ipAddress: '192.0.2.7',
      expiresAt: new Date(Date.now() + 1e6),
    },
  });

test('signing in, signing out and a new password each leave an event without secrets', async () => {
  const { userId } = await addPerson('Noor');
  const session = await signingInWith({ by: 'password' }, () =>
    startSession(userId, 'the session token'),
  );
  expect(await latest()).toMatchObject({
    action: 'session.started',
    actorId: userId,
    after: { by: 'password', device: 'Firefox on Linux', client: '192.0.2.7' },
  });

  await store.account.create({
    data: { accountId: userId, providerId: 'credential', userId, password: 'the first hash' },
  });
  await store.account.updateMany({ where: { userId }, data: { password: 'the second hash' } });
  expect(await latest()).toMatchObject({ action: 'password.changed', actorId: userId });

  await store.session.deleteMany({ where: { tokenSha256: 'the session token' } });
  expect(await latest()).toMatchObject({
    action: 'session.ended',
    entityId: session.id,
    actorId: userId,
  });
  const record = JSON.stringify(await reader().event.findMany());
  expect(record).not.toMatch(/the (session token|first hash|second hash)/);
});

test('the account library cannot make an account by itself', async () => {
  const before = await reader().event.count();
  await expect(
    store.user.create({ data: { name: 'Mallory', email: 'm@example.org', role: 'admin' } }),
  ).rejects.toThrow('made by a link');
  expect(await reader().user.count({ where: { name: 'Mallory' } })).toBe(0);
  expect(await reader().event.count()).toBe(before);
});

test('a deactivated person gets no session in any way', async () => {
  const { userId } = await addPerson('Gone');
  await write((tx) => tx.user.update({ where: { id: userId }, data: { active: false } }));
  await expect(startSession(userId, 'gone')).rejects.toThrow(SessionRefused);
  expect(await reader().session.count({ where: { userId } })).toBe(0);
});

test('two-factor sign-in is turned on by one write, and each change of it is an event', async () => {
  const { userId } = await addPerson('Tove');
  const { id } = await store.twoFactor.create({
    data: { userId, secret: 'a secret', backupCodes: 'codes 1', verified: false },
  });
  await store.user.update({ where: { id: userId }, data: { twoFactorEnabled: true } });
  expect(await latest()).toMatchObject({ action: 'twoFactor.enabled', entityId: userId });
  // A power cut here would leave nobody locked out.
  expect(await reader().twoFactor.findUnique({ where: { id } })).toMatchObject({ verified: true });

  // The password alone starts no session, as far as the record is concerned.
  await signingInWith({ by: 'password' }, async () => {
    await startSession(userId, 'halfway');
    await store.session.deleteMany({ where: { tokenSha256: 'halfway' } });
  });
  expect(await latest()).toMatchObject({ action: 'signIn.codeAsked', actorId: userId });

  await store.twoFactor.update({
    where: { id },
    data: { failedVerificationCount: { increment: 1 } },
  });
  expect(await latest()).toMatchObject({
    action: 'signIn.refused',
    entityId: userId,
    after: { step: 'code' },
  });
  await store.twoFactor.update({
    where: { id, backupCodes: 'codes 1' },
    data: { backupCodes: 'codes 2' },
  });
  expect(await latest()).toMatchObject({ action: 'recoveryCode.used', entityId: userId });
  await store.twoFactor.update({ where: { id }, data: { backupCodes: 'codes 3' } });
  expect(await latest()).toMatchObject({ action: 'recoveryCodes.made', entityId: userId });

  await store.user.update({ where: { id: userId }, data: { twoFactorEnabled: false } });
  expect(await latest()).toMatchObject({ action: 'twoFactor.disabled', entityId: userId });
  expect(await reader().twoFactor.count({ where: { userId } })).toBe(0);
  expect(JSON.stringify(await reader().event.findMany())).not.toMatch(/a secret|codes \d/);
});

test('a code of the authenticator app lets in once', async () => {
  const { userId } = await addPerson('Once');
  const signIn = (token: string) =>
    signingInWith({ by: 'code', code: '123456' }, () => startSession(userId, token));
  await signIn('first');
  await expect(signIn('second')).rejects.toThrow(SessionRefused);
  expect(await reader().session.count({ where: { userId } })).toBe(1);
});

test('a failed change leaves nothing behind', async () => {
  const { userId } = await addPerson('Half');
  const before = await reader().event.count();
  await expect(
    store.$transaction(async (tx) => {
      await tx.session.create({
        data: { tokenSha256: 'half', userId, expiresAt: new Date(Date.now() + 1e6) },
      });
      throw new Error('the power goes');
    }),
  ).rejects.toThrow('the power goes');
  expect(await reader().session.count({ where: { userId } })).toBe(0);
  expect(await reader().event.count()).toBe(before);
});
