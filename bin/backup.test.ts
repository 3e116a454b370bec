import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sqlite } from '#data/database/db';
import { addTestArticle, closeTestDesk, openTestDesk } from '#data/testing/test-desk';
import { readStoredBackups } from '../app/_data/record/stored-backups.mjs';
import { backUp } from './backup';
import { addWholeHistory, makeFolder, unpackDesk } from './test-desk';

let desk: { folder: string; file: string };
beforeAll(async () => {
  desk = await openTestDesk();
  addWholeHistory(desk.file);
  await addTestArticle();
  writeFileSync(join(desk.folder, 'secret'), 'of this desk\n', { mode: 0o644 });
}, 60_000);
afterAll(() => closeTestDesk(desk));

const backUpTo = (to: string, more: object = {}) =>
  backUp({ to, ...more }, { DATA_DIR: desk.folder });
const lastEvent = () =>
  sqlite().prepare('SELECT "action" FROM "Event" ORDER BY "seq" DESC LIMIT 1').pluck().get();

test('a backup of a running desk includes the changes that are not yet in the main file', async () => {
  // A connection of the running desk: what it wrote is in the write-ahead log.
  expect(sqlite().prepare('SELECT count(*) FROM "Claim"').pluck().get()).toBe(1);
  const to = join(makeFolder(), 'backup');
  const { sentence, problems } = await backUpTo(to);
  expect(problems).toEqual([]);
  expect(sentence).toMatch(
    /plumbline\.db, record\.anchor, captures, secret\. Verified: \d+ events/,
  );

  const copy = new Database(join(to, 'plumbline.db'), { readonly: true });
  expect(copy.prepare('SELECT "text" FROM "Claim"').pluck().all()).toHaveLength(1);
  copy.close();
  const files = (folder: string) => readdirSync(join(folder, 'captures'), { recursive: true });
  expect(files(to)).toEqual(files(desk.folder));
  expect(readFileSync(join(to, 'secret'), 'utf8')).toBe('of this desk\n');
  await expect(backUpTo(to)).rejects.toThrow('already has a backup');
});

test('a backup is an event, and the desk knows the folder of its last good backup', async () => {
  const to = join(makeFolder(), 'backup');
  await backUpTo(to);
  expect(lastEvent()).toBe('record.backedUp');
  expect(readStoredBackups(desk.folder).lastGood).toMatchObject({ ok: true, place: to });
});

test('a backup that fails leaves nothing behind, and is an event and one sentence', async () => {
  const file = join(makeFolder(), 'file');
  writeFileSync(file, '');
  await expect(backUpTo(join(file, 'backup'))).rejects.toThrow(/^The backup failed: .*\.$/s);
  expect(lastEvent()).toBe('record.backupFailed');
  const { last, lastGood } = readStoredBackups(desk.folder);
  expect(last).toMatchObject({ ok: false, place: null });
  expect(lastGood).toMatchObject({ ok: true });
});

test('a backup is made even if a full disk cannot record it, and says so', async () => {
  const to = join(makeFolder(), 'backup');
  const draft = join(desk.folder, 'backup-status.json.part');
  mkdirSync(draft);
  const { sentence, problems } = await backUpTo(to);
  rmSync(draft, { recursive: true });
  expect(problems).toEqual([]);
  expect(sentence).toMatch(/Verified: \d+ events\..* The desk could not take it down \(EISDIR/);
  expect(existsSync(join(to, 'plumbline.db'))).toBe(true);
});

test('a backup of a desk that was updated and not started says that its record is not verified', async () => {
  const { sentence } = await backUp(
    { to: join(makeFolder(), 'backup') },
    { DATA_DIR: unpackDesk('3059df7') },
  );
  expect(sentence).not.toContain('Verified');
  expect(sentence).toContain('is of an earlier version, and is verified during a restore');
});

test('the secret can be left out, and the message says so', async () => {
  const to = join(makeFolder(), 'backup');
  const { sentence } = await backUpTo(to, { withoutSecret: true });
  expect(sentence).toContain('The backup has no secret');
  expect(existsSync(join(to, 'secret'))).toBe(false);
  const outside = await backUp(
    { to: join(makeFolder(), 'backup') },
    { DATA_DIR: desk.folder, BETTER_AUTH_SECRET: 'set outside' },
  );
  expect(outside.sentence).toContain(
    'The backup has no secret, because BETTER_AUTH_SECRET sets it',
  );
});

test.skipIf(process.platform === 'win32')('a backup is for the desk’s own user only', async () => {
  const to = join(makeFolder(), 'backup');
  await backUpTo(to);
  const open = [to, ...readdirSync(to, { recursive: true }).map((name) => join(to, String(name)))]
    .map((path) => [path, statSync(path).mode & 0o077] as const)
    .filter(([, mode]) => mode !== 0);
  expect(open).toEqual([]);
});

test('a backup beside an earlier one links the copies that are there already', async () => {
  const [first, second] = [join(makeFolder(), 'one'), join(makeFolder(), 'two')];
  await backUpTo(first);
  await backUpTo(second, { earlier: first });
  const inodes = (folder: string) =>
    readdirSync(join(folder, 'captures'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).ino);
  expect(inodes(second)).toEqual(inodes(first));
  expect(inodes(second)).not.toEqual(inodes(desk.folder));
});

test('a file that is damaged in the earlier backup is copied again', async () => {
  const [first, second] = [join(makeFolder(), 'one'), join(makeFolder(), 'two')];
  await backUpTo(first);
  const [capture] = readdirSync(join(first, 'captures'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const bytes = readFileSync(String(capture));
  writeFileSync(String(capture), bytes.fill(0));
  expect((await backUpTo(second, { earlier: first })).problems).toEqual([]);
});

test('without a desk there is nothing to copy, and the message says so', async () => {
  const folder = makeFolder();
  await expect(
    backUp({ to: join(folder, 'to') }, { DATA_DIR: join(folder, 'none') }),
  ).rejects.toThrow(/There is no database at .*: run npm start once/);
});
