import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { write } from '#data/database/db';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '#data/testing/test-desk';
import { recordVerification } from '#data/verification/recorded';
import { openHealth } from './health.mjs';

let desk: { folder: string; file: string };
beforeAll(async () => {
  desk = await openTestDesk();
  await addTestArticle();
});
afterAll(() => closeTestDesk(desk));

/** Looks at the desk with a clock of the test's own. */
function look({ diskMinimum = 0, backsUp = false } = {}) {
  const clock = { now: Date.now() };
  const settings = {
    databaseFile: desk.file,
    dataDir: desk.folder,
    anchorFile: join(desk.folder, 'record.anchor'),
    diskMinimum,
    backsUp,
  };
  const health = openHealth(settings, () => clock.now);
  onTestFinished(() => void health.close());
  return { ...health, clock };
}

test('a desk that can be read and written is well', () => {
  expect(look().report()).toEqual({
    status: 'ok',
    database: { readable: true, writable: true },
    disk: { hasRoom: true },
    record: { anchored: true, lastVerified: null },
  });
});

test('a desk is well while somebody writes', async () => {
  const { report } = look();
  await write(async (tx) => {
    await tx.setting.create({ data: { key: 'test', value: 1 } });
    expect(report()).toMatchObject({ status: 'ok', database: { writable: true } });
  });
});

test('a disk with little room is reported before it is full', () => {
  const { report } = look({ diskMinimum: Number.MAX_SAFE_INTEGER });
  expect(report()).toMatchObject({ status: 'failing', disk: { hasRoom: false } });
});

test('an event that stays missing in the anchor is reported', async () => {
  const anchor = join(desk.folder, 'record.anchor');
  const { report, clock } = look();
  truncateSync(anchor, 10);
  expect(report()).toMatchObject({ status: 'ok', record: { anchored: true } });
  clock.now += 6_000;
  expect(report()).toMatchObject({ status: 'failing', record: { anchored: false } });
  rmSync(anchor);
  clock.now += 1_000;
  expect(report()).toMatchObject({ status: 'failing', record: { anchored: false } });
});

test('the same answer is given again within a second, without another check', () => {
  const { report, clock } = look();
  expect(report()).not.toHaveProperty('backup');
  writeFileSync(join(desk.folder, 'backup-status.json'), 'not read');
  expect(report()).not.toHaveProperty('backup');
  clock.now += 1_000;
  rmSync(join(desk.folder, 'backup-status.json'));
});

describe('with a folder for backups', () => {
  const status = () => join(desk.folder, 'backup-status.json');
  test.each([
    ['none was made', null, 'warning', null],
    ['the last one is good', { ok: true }, 'ok', { ok: true, hoursAgo: 2 }],
    ['the last one failed', { ok: false }, 'warning', { ok: false, hoursAgo: 2 }],
  ])('the health says that %s', async (_, tried, expected, last) => {
    await addTestArticle();
    const { report, clock } = look({ backsUp: true });
    const at = new Date(clock.now - 2 * 3_600_000).toISOString();
    if (tried) writeFileSync(status(), JSON.stringify({ last: { at, ...tried } }));
    expect(report()).toMatchObject({ status: expected, backup: { last } });
  });
});

test('the health has the last verification of the record', async () => {
  const ada = await addPerson('Ada');
  await recordVerification(ada);
  expect(look().report().record).toMatchObject({ lastVerified: { hoursAgo: 0 } });
});

test('an unreadable database is reported, without an error', () => {
  const { report, clock, facts } = look();
  expect(facts().capturesWaiting).toBe(0);
  const database = new Database(desk.file);
  database.pragma('legacy_alter_table = ON');
  database.exec('ALTER TABLE "Event" RENAME TO "Lost"');
  database.close();
  clock.now += 2_000;
  expect(report()).toMatchObject({ status: 'failing', database: { readable: false } });
});
