import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountStore } from '../people/accounts';
import { event, recordEvents, THE_DESK } from '../record/record-events';
import { addPerson, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { reader, sqlite, write, writeAtOnce } from './db';

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

test('a failed write does not undo an acknowledged write of another request', async () => {
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

test('the account library writes through the same queue', async () => {
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

const EVENT = event('invitation.cancelled', 'x', {});
const events = () => reader().event.count({ where: { action: EVENT.action } });

test('a synchronous write waits for the writes before it, and an error undoes all of it', async () => {
  const begun = gate();
  const go = gate();
  const before = await events();
  const slow = write(async (tx) => {
    begun.resolve();
    await go.promise;
    recordEvents(tx, THE_DESK, [EVENT]);
  });
  await begun.promise;
  const seen = writeAtOnce((db) => {
    recordEvents(db, THE_DESK, [EVENT]);
    return db.prepare(`SELECT count(*) FROM "Event" WHERE "action" = ?`).pluck().get(EVENT.action);
  });
  const failing = writeAtOnce((db) => {
    recordEvents(db, THE_DESK, [EVENT]);
    throw new Error('the power goes');
  });
  go.resolve();
  await slow;
  expect(Number(await seen)).toBe(before + 2);
  await expect(failing).rejects.toThrow('the power goes');
  expect(await events()).toBe(before + 2);
});

test('a synchronous write waits while another program locks the database', async () => {
  const before = await events();
  const other = new Database(desk.file, { timeout: 0 });
  other.exec('BEGIN IMMEDIATE');
  const waiting = writeAtOnce((db) => recordEvents(db, THE_DESK, [EVENT]));
  setTimeout(() => other.exec('COMMIT'), 20);
  await waiting;
  other.close();
  expect(await events()).toBe(before + 1);
});

test('the anchor has every committed event, from both kinds of write', async () => {
  await write((tx) => recordEvents(tx, THE_DESK, [EVENT]));
  await writeAtOnce((db) => recordEvents(db, THE_DESK, [EVENT]));
  const last = await reader().event.findFirstOrThrow({ orderBy: { seq: 'desc' } });
  const lines = readFileSync(join(desk.folder, 'record.anchor'), 'utf8').trimEnd().split('\n');
  expect(lines.at(-1)).toBe(`${last.seq} ${last.hash}`);
  expect(lines).toHaveLength(last.seq);
});
