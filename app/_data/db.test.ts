import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountStore } from './accounts';
import { reader, sqlite, write } from './db';
import { closeTestDesk, openTestDesk } from './test-desk';

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
    user: { create: (args: object) => Promise<{ id: string }> };
  };
  const signUp = store.user.create({ data: { name: 'Ada', email: 'ada@example.org' } });
  go.resolve();
  await expect(failing).rejects.toThrow();
  const { id } = await signUp;
  expect(await reader().user.findUnique({ where: { id } })).toMatchObject({ name: 'Ada' });
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
