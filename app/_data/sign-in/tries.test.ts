import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Permission } from '#domain/people/permission';
import { reader } from '../database/db';
import { recordRefusedPermission } from '../people/refused-permissions';
import { addPerson, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { listRefusedSignIns, recordRefusedSignIn } from './refused';
import { beginTry, endTry } from './tries';

let desk: { folder: string; file: string };
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => closeTestDesk(desk));

const start = new Date('2026-11-24T12:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);

test('many attempts sent together: only the free ones are checked', async () => {
  const trying = { email: 'noor@example.org', client: 'together' };
  const waits = await Promise.all(Array.from({ length: 30 }, () => beginTry(trying, start)));
  expect(waits.filter((wait) => wait === null)).toHaveLength(10);
  expect(waits.at(-1)).toEqual(after(15));
});

test('attempts on an e-mail address are limited from any client, whether the address has an account or not', async () => {
  for (let i = 0; i < 10; i++) {
    const trying = { email: 'nobody@example.org', client: `client ${i}` };
    expect(await beginTry(trying, start)).toBeNull();
  }
  const stranger = { email: ' NOBODY@example.org', client: 'yet another client' };
  expect(await beginTry(stranger, start)).toEqual(after(5));
  expect(await beginTry(stranger, after(5))).toBeNull();
});

test('a person who signed in from this client lately is not kept out by attempts of strangers', async () => {
  const owner = { email: 'owner@example.org', client: 'the owner’s desk' };
  expect(await beginTry(owner, start)).toBeNull();
  await endTry(owner, start);
  for (let i = 0; i < 10; i++) {
    await beginTry({ email: owner.email, client: `stranger ${i}` }, start);
  }
  expect(await beginTry({ email: owner.email, client: 'a new place' }, start)).not.toBeNull();
  expect(await beginTry(owner, start)).toBeNull();
});

test('a right password clears the failures of its account, but only its own attempt of the client', async () => {
  const client = 'an office';
  for (let i = 0; i < 9; i++) await beginTry({ email: `${i}@example.org`, client }, start);
  const right = { email: 'right@example.org', client };
  expect(await beginTry(right, start)).toBeNull();
  await endTry(right, start);
  expect(await beginTry({ email: 'a@example.org', client }, start)).toBeNull();
  expect(await beginTry({ email: 'b@example.org', client }, start)).not.toBeNull();
});

test('neither the typed password nor the address is stored in clear, and the record names the account', async () => {
  const { userId } = await addPerson('Guessed');
  const { email } = await reader().user.findUniqueOrThrow({ where: { id: userId } });
  await beginTry({ email: 'my secret password', client: '192.0.2.9' });
  for (const each of [email, 'my secret password']) {
    await recordRefusedSignIn({ email: each, client: '192.0.2.9' });
  }
  const events = await reader().event.findMany({
    where: { entity: 'signIn' },
    orderBy: { seq: 'asc' },
  });
  expect(events).toMatchObject([
    { action: 'signIn.refused', entityId: userId, actorId: null, after: { client: '192.0.2.9' } },
    { action: 'signIn.refused', entityId: 'unknown', actorId: null },
  ]);
  const refused = await listRefusedSignIns(10);
  const stored = JSON.stringify([events, refused, await reader().verification.findMany()]);
  expect(stored).not.toContain('my secret password');
});

test('attempted addresses are stored for 90 days, outside the record', async () => {
  const day = (n: number) => new Date(start.getTime() + n * 24 * 3600 * 1000);
  const client = '192.0.2.10';
  const tried = async () =>
    (await listRefusedSignIns(99)).flatMap((each) => (each.client === client ? each.email : []));
  await recordRefusedSignIn({ email: ' Early@Example.org ', client }, day(0));
  await recordRefusedSignIn({ email: 'late@example.org', client }, day(89));
  expect(await tried()).toEqual(['late@example.org', 'early@example.org']);
  await recordRefusedSignIn({ email: 'my secret password', client }, day(91));
  expect(await tried()).toEqual([null, 'late@example.org']);
  const record = JSON.stringify(await reader().event.findMany());
  expect(record).not.toMatch(/early@|late@|my secret/i);
});

test('a refused permission is recorded once an hour for each kind', async () => {
  const { userId } = await addPerson('Curious', 'viewer');
  const asked = (permission: Permission, seconds: number) =>
    recordRefusedPermission(userId, permission, after(seconds));
  await Promise.all([1, 2, 3].map((second) => asked('people.manage', second)));
  await asked('article.add', 4);
  await asked('people.manage', 3599);
  const events = () =>
    reader().event.findMany({ where: { action: 'permission.refused', actorId: userId } });
  expect(await events()).toMatchObject([
    { entity: 'user', entityId: userId, after: { permission: 'people.manage' } },
    { after: { permission: 'article.add' } },
  ]);
  await asked('people.manage', 3602);
  expect(await events()).toHaveLength(3);
});
