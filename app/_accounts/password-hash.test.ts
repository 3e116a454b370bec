import { hashPassword as hashAsBefore } from 'better-auth/crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reader, write } from '#data/db';
import { addAccount } from '#data/first-account';
import { closeTestDesk, openTestDesk } from '../_data/test-desk';
import { hashPassword, verifyPassword } from './password-hash';

let desk: { folder: string; file: string };
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => closeTestDesk(desk));

const password = 'a few words of mine';

test('a password is hashed by scrypt at the figures of OWASP', async () => {
  const hash = await hashPassword(password);
  expect(hash).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{86}$/);
  expect(await verifyPassword({ hash, password })).toBe(true);
  expect(await verifyPassword({ hash, password: 'a few words of others' })).toBe(false);
  expect(await verifyPassword({ hash: 'no hash at all', password })).toBe(false);
});

test('a hash from before lets its owner in, and is made anew', async () => {
  const old = await hashAsBefore(password);
  const owner = { name: 'Noor', email: 'noor@example.org', passwordHash: old };
  const userId = await write((tx) => addAccount(tx, owner, 'viewer'));
  const kept = async () =>
    (await reader().account.findFirstOrThrow({ where: { userId } })).password ?? '';

  expect(await verifyPassword({ hash: old, password: 'a few words of others' })).toBe(false);
  expect(await kept()).toBe(old);
  expect(await verifyPassword({ hash: old, password })).toBe(true);
  const hash = await kept();
  expect(hash).toContain('$scrypt$ln=17');
  expect(await verifyPassword({ hash, password })).toBe(true);
  expect(await reader().event.findFirstOrThrow({ orderBy: { seq: 'desc' } })).toMatchObject({
    action: 'password.hashedAnew',
    entityId: userId,
    before: null,
    after: null,
  });
});
