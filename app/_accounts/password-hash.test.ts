import { hashPassword as hashAsBefore } from 'better-auth/crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reader, write } from '#data/database/db';
import { addAccount } from '#data/people/first-account';
import { closeTestDesk, openTestDesk } from '#data/testing/test-desk';
import { accounts } from './accounts';
import { AT_ONCE, HashesBusy, withHashLimit } from './hash-queue';
import { hashPassword, knowing, verifyPassword } from './password-hash';

let desk: { folder: string; file: string };
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => closeTestDesk(desk));

const password = 'a few words of mine';

test('a password is hashed by scrypt with the parameters of OWASP', async () => {
  const hash = await hashPassword(password);
  expect(hash).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{86}$/);
  expect(await verifyPassword({ hash, password })).toBe(true);
  expect(await verifyPassword({ hash, password: 'a few words of others' })).toBe(false);
  expect(await verifyPassword({ hash: 'no hash at all', password })).toBe(false);
});

test('an older hash lets its owner in, and is replaced', async () => {
  const old = await hashAsBefore(password);
  const owner = { name: 'Noor', email: 'noor@example.org', passwordHash: old };
  const userId = await write((tx) => addAccount(tx, owner, 'viewer'));
  const storedHash = async () =>
    (await reader().account.findFirstOrThrow({ where: { userId } })).password ?? '';

  expect(await verifyPassword({ hash: old, password: 'a few words of others' })).toBe(false);
  expect(await storedHash()).toBe(old);
  expect(await verifyPassword({ hash: old, password })).toBe(true);
  const hash = await storedHash();
  expect(hash).toContain('$scrypt$ln=17');
  expect(await verifyPassword({ hash, password })).toBe(true);
  expect(await reader().event.findFirstOrThrow({ orderBy: { seq: 'desc' } })).toMatchObject({
    action: 'password.hashedAnew',
    entityId: userId,
    before: null,
    after: null,
  });
});

test('a person who has just joined is signed in without a second hash', async () => {
  const hash = await hashPassword(password);
  // Nothing but a hash that was made can be known: this one would not be of any password.
  const made = { hash: `${hash} as made`, password };
  await knowing(made, async () => {
    expect(await verifyPassword(made)).toBe(true);
    expect(await verifyPassword({ ...made, password: 'another' })).toBe(false);
  });
  expect(await verifyPassword(made)).toBe(false);
});

test('a sign-in refused for too many hashes has another message than a wrong password', async () => {
  process.env.BETTER_AUTH_SECRET = 'of this test alone, and long enough';
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const all = Array.from({ length: AT_ONCE + 16 }, () => withHashLimit(() => gate));
  const body = { email: 'nobody@example.org', password };
  await expect(accounts().api.signInEmail({ body, headers: new Headers() })).rejects.toThrow(
    HashesBusy,
  );
  letGo();
  await Promise.all(all);
});
