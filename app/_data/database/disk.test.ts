import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { unavailableBy } from '#domain/unavailable';
import { keepBytes, removeRefused } from '../documents/files';
import { recordRefusedSignIn } from '../sign-in/refused';
import { beginTry } from '../sign-in/tries';
import { addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { verify } from '../verification/verify';
import { reader, write } from './db';
import { diskState, giveUpReserve, keepReserve, noRoomFor } from './disk';

const MEGABYTE = 1024 * 1024;
const STRANGER = { email: 'ada@example.org', client: '203.0.113.9' };

const disk = mountSmallDisk();
const wasTemporary = process.env.TMPDIR;
let desk: { folder: string; file: string };

beforeAll(async () => {
  process.env.DISK_MINIMUM = '0';
  if (disk) process.env.TMPDIR = disk;
  desk = await openTestDesk();
  await addTestArticle();
});

beforeEach(() => {
  process.env.DISK_MINIMUM = '0';
});

afterAll(async () => {
  await closeTestDesk(desk);
  if (!disk) return;
  spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true });
  if (wasTemporary === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = wasTemporary;
});

/** A file system of 64 MB; null where this machine does not let the tests make one. */
function mountSmallDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const place = mkdtempSync(join(tmpdir(), 'plumbline-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', place]);
  if (status === 0) return place;
  rmSync(place, { recursive: true });
  return null;
}

/** Somebody else's file that takes all the room there is. @returns what removes it */
function fillDisk(): () => void {
  const file = join(String(disk), 'filler');
  const handle = openSync(file, 'w');
  for (let size = MEGABYTE; size >= 1; ) {
    try {
      if (writeSync(handle, Buffer.alloc(size)) < size) throw new Error('full');
    } catch {
      size = Math.floor(size / 2);
    }
  }
  closeSync(handle);
  return () => rmSync(file);
}

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
    : [];

const reasonOf = (work: Promise<unknown>) => work.then(() => null, unavailableBy);

describe.skipIf(!disk)('on a disk that is full', () => {
  test('with a full disk people can sign in, nothing is saved, and work goes on when there is room', async () => {
    keepReserve();
    const reserve = join(desk.folder, 'reserve');
    expect(statSync(reserve).size).toBe(16 * MEGABYTE);
    const captureFiles = filesIn(join(desk.folder, 'captures'));
    const events = await reader().event.count();
    const makeRoom = fillDisk();

    expect(await reasonOf(addTestArticle())).toBe('full');
    expect(await reasonOf(keepBytes(Buffer.from('a picture')))).toBe('full');
    expect(filesIn(join(desk.folder, 'captures'))).toEqual(captureFiles);
    expect(await reader().event.count()).toBe(events);

    for (let time = 0; time < 30; time++) {
      await beginTry({ ...STRANGER, client: `203.0.113.${time}` });
      await recordRefusedSignIn(STRANGER);
    }
    expect(await reader().event.count()).toBe(events + 30);
    expect(statSync(reserve).size).toBeLessThan(16 * MEGABYTE);
    expect(statSync(reserve).size).toBeGreaterThan(8 * MEGABYTE);
    expect(await reasonOf(write((tx) => tx.setting.create({ data: { key: 'k', value: 1 } })))).toBe(
      'full',
    );

    makeRoom();
    await addTestArticle();
    expect(statSync(reserve).size).toBe(16 * MEGABYTE);
    expect(diskState()).toBe('roomy');
    const anchor = join(desk.folder, 'record.anchor');
    const captures = join(desk.folder, 'captures');
    const problems: unknown[] = [];
    await verify({ databaseFile: desk.file, anchor, captures }, (problem) =>
      problems.push(problem),
    );
    expect(problems).toEqual([]);
  });

  test('when the reserve is used up, the refusal still says why', async () => {
    while (giveUpReserve());
    const makeRoom = fillDisk();
    expect(diskState()).toBe('full');
    expect(await reasonOf(addTestArticle())).toBe('full');
    makeRoom();
    expect(diskState()).toBe('roomy');
  });
});

test('a database that may not grow refuses in one sentence and goes on afterwards', async () => {
  const limit = (pages: number) =>
    write((tx) => tx.$queryRawUnsafe(`PRAGMA max_page_count = ${pages}`));
  await limit(1);
  const failed = await write((tx) =>
    tx.setting.create({ data: { key: 'long', value: 'x'.repeat(MEGABYTE) } }),
  ).catch((error: unknown) => error);
  expect(failed).toMatchObject({
    name: 'DeskUnavailable',
    message:
      'The desk’s disk is full, so nothing was saved: ask the person who runs the desk to make room, then try again.',
  });
  await limit(1_000_000);
  await addTestArticle();
});

describe('on a disk under its minimum', () => {
  test('nothing large is stored, and small writes go on', async () => {
    process.env.DISK_MINIMUM = '9999999';
    expect(diskState()).toBe('low');
    expect(noRoomFor(1)).toBe('low');
    const bytes = Buffer.from('a recording');
    expect(await reasonOf(keepBytes(bytes))).toBe('low');
    await write((tx) => tx.setting.create({ data: { key: 'small', value: 1 } }));
    process.env.DISK_MINIMUM = '0';
    await keepBytes(bytes);
  });
});

test('a file of a refused save is deleted after an hour; a file that a row names stays', async () => {
  const named = filesIn(join(desk.folder, 'captures'));
  const { sha256 } = await keepBytes(Buffer.from('of a form that was refused'));
  await removeRefused(Date.now() + 59 * 60_000);
  expect(filesIn(join(desk.folder, 'captures'))).toContain(sha256);
  await removeRefused(Date.now() + 61 * 60_000);
  const left = filesIn(join(desk.folder, 'captures'));
  expect(left).not.toContain(sha256);
  // Those of articles, and none besides.
  expect(left.length).toBeLessThanOrEqual(named.length);
  expect(await reader().capture.findFirst({ where: { sha256: { in: left } } })).not.toBeNull();
});
