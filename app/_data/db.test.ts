import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountStore } from './accounts';
import { reader, sqlite, write } from './db';
import { addPerson, closeTestDesk, openTestDesk } from './test-desk';

let desk: { folder: string; file: string };
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => closeTestDesk(desk));

/** A promise that the test opens. */
function gate() {
  let resolve = () => {};
  const promise = new Promise<void>((open) => {
    resolve = open;
  });
  return { promise, resolve };
}

const party = (name: string) => ({ name, kind: 'organization' as const });

test('a write that fails takes nothing with it that another request had acknowledged', async () => {
  const begun = gate();
  const go = gate();
  const failing = write(async (tx) => {
    await tx.party.create({ data: party('rolled back') });
    begun.resolve();
    await go.promise;
    throw new Error('the power goes');
  });
  await begun.promise;
  const other = write((tx) => tx.party.create({ data: party('acknowledged') }));
  go.resolve();
  await expect(failing).rejects.toThrow('the power goes');
  await other;
  const names = (await reader().party.findMany()).map(({ name }) => name);
  expect(names).toContain('acknowledged');
  expect(names).not.toContain('rolled back');
});

test('what the account library writes waits in the same queue', async () => {
  const { userId } = await addPerson('Ada');
  const begun = gate();
  const go = gate();
  const failing = write(async (tx) => {
    await tx.party.create({ data: party('rolled back as well') });
    begun.resolve();
    await go.promise;
    throw new Error('the power goes again');
  });
  await begun.promise;
  const store = accountStore() as unknown as {
    session: { create: (args: object) => Promise<{ id: string }> };
  };
  const expiresAt = new Date(Date.now() + 60_000);
  const signIn = store.session.create({ data: { userId, tokenSha256: 'a token', expiresAt } });
  go.resolve();
  await expect(failing).rejects.toThrow();
  const { id } = await signIn;
  expect(await reader().session.findUnique({ where: { id } })).toMatchObject({ userId });
});

test('a reader sees nothing of a write until it is whole', async () => {
  const before = await reader().party.count();
  await write(async (tx) => {
    await tx.party.create({ data: party('half done') });
    expect(await reader().party.count()).toBe(before);
  });
  expect(await reader().party.count()).toBe(before + 1);
});

test('the lists’ own connection cannot write', () => {
  expect(() => sqlite().exec(`DELETE FROM "Party"`)).toThrow(/readonly/i);
});

test('the database is in WAL mode, and an acknowledged write is on the disk', async () => {
  expect(sqlite().pragma('journal_mode', { simple: true })).toBe('wal');
  const [row] = await write((tx) => tx.$queryRaw<[{ synchronous: bigint }]>`PRAGMA synchronous`);
  expect(Number(row.synchronous)).toBe(2);
});
