import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { closeDatabase, reader, write } from '#data/database/db';
import { acknowledgeAnchorBreaks, listAnchorBreaks } from '#data/record/anchor-breaks';
import { event, recordEvents, THE_DESK } from '#data/record/record-events';
import { addPerson, addTestArticle, openTestDesk } from '#data/testing/test-desk';
import { findLastVerification, recordVerification } from '#data/verification/recorded';
import { thisDesk, verify } from '#data/verification/verify';
import { mendAnchor as mendAtStart } from './anchor.mjs';
import { PROJECT } from './settings.mjs';

let folder: string;
beforeAll(async () => {
  ({ folder } = await openTestDesk());
  await addPerson('Eve');
  await addTestArticle();
  await closeDatabase();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let data: string;
let anchor: string;

/** A desk of its own for each test, which this process then serves. */
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'plumbline-'));
  cpSync(folder, data, { recursive: true });
  anchor = join(data, 'record.anchor');
  process.env.DATABASE_URL = `file:${join(data, 'plumbline.db')}`;
  process.env.DATA_DIR = data;
  onTestFinished(async () => {
    await closeDatabase();
    rmSync(data, { recursive: true, force: true });
  });
});

const happen = () =>
  write((tx) => recordEvents(tx, THE_DESK, [event('invitation.cancelled', 'x', {})]));

async function problems(): Promise<string[]> {
  const found: string[] = [];
  await verify(thisDesk(), ({ sentence }) => found.push(sentence));
  return found;
}

/** What `npm start` does with the anchor, in a process of its own. */
async function start(): Promise<void> {
  await closeDatabase();
  const desk = { anchorFile: anchor, databaseFile: join(data, 'plumbline.db') };
  await mendAtStart(desk, PROJECT);
}

async function admin() {
  const { id } = await reader().user.findFirstOrThrow({ where: { name: 'Eve' } });
  return { userId: id, via: 'ui' } as const;
}

async function acknowledge(reason = 'The disk was replaced on Monday.') {
  const last = listAnchorBreaks().at(-1);
  return acknowledgeAnchorBreaks(last?.seq ?? 0, reason, await admin());
}

const brokenEvents = () => reader().event.count({ where: { action: 'record.anchorBroken' } });

const AT_WORK: readonly (readonly [how: string, damage: () => void, kind: string])[] = [
  ['deleted', () => rmSync(anchor), 'missing'],
  ['emptied', () => truncateSync(anchor, 0), 'emptied'],
  ['shortened', () => truncateSync(anchor, 200), 'behind'],
  ['replaced by one of another desk', () => writeOther(), 'unlike'],
];

const writeOther = () =>
  writeFileSync(
    anchor,
    readFileSync(anchor, 'utf8').replace(/ [0-9a-f]{64}/g, ` ${'7'.repeat(64)}`),
  );

describe('an anchor that is broken while the desk runs', () => {
  test.each(AT_WORK)(
    '%s is an event, once, and a problem until it is acknowledged',
    async (_how, damage, kind) => {
      await happen();
      damage();
      await happen();
      await happen();
      expect(listAnchorBreaks()).toMatchObject([{ kind, acknowledged: null }]);
      expect(await problems()).toContainEqual(
        expect.stringMatching(
          /^The anchor .* an administrator must acknowledge the break on the page Record/,
        ),
      );
      expect(await acknowledge()).toMatchObject({ ok: true });
      await happen();
      expect(await problems()).toEqual([]);
      const { notes } = await verify(thisDesk(), () => {});
      expect(notes[0]).toMatch(/^The anchor .* Eve acknowledged it, .*: The disk was replaced on/);
      expect(await brokenEvents()).toBe(1);
      const event = await reader().event.findFirst({
        where: { action: 'record.anchorAcknowledged' },
        include: { actor: true },
      });
      expect(event).toMatchObject({
        reason: 'The disk was replaced on Monday.',
        actor: { name: 'Eve' },
      });
    },
  );
});

describe('an anchor that is broken between two starts', () => {
  test('is recorded by the start that finds it, and not by the next one', async () => {
    rmSync(anchor);
    await start();
    await start();
    expect(listAnchorBreaks()).toMatchObject([{ kind: 'missing', acknowledged: null }]);
    expect(await problems()).toHaveLength(1);
    expect(await acknowledge()).toMatchObject({ ok: true });
    await start();
    expect(await problems()).toEqual([]);
    expect(await brokenEvents()).toBe(1);
  });

  test('by the anchor of another desk is set aside once it is acknowledged', async () => {
    writeOther();
    const other = readFileSync(anchor, 'utf8');
    await start();
    await start();
    expect(listAnchorBreaks()).toMatchObject([{ kind: 'unlike' }]);
    expect(await acknowledge()).toMatchObject({ ok: true });
    expect(await problems()).toEqual([]);
    const broken = readdirSync(data).filter((name) => name.startsWith('record.anchor.broken-'));
    expect(readFileSync(join(data, broken[0] ?? ''), 'utf8')).toContain(other);
  });

  test('by an older database names the events that the record lost', async () => {
    const older = join(data, 'older.db');
    const db = new Database(join(data, 'plumbline.db'));
    await db.backup(older);
    db.close();
    await happen();
    await closeDatabase();
    copyFileSync(older, join(data, 'plumbline.db'));
    for (const log of ['-wal', '-shm']) rmSync(join(data, `plumbline.db${log}`), { force: true });
    await start();
    expect(listAnchorBreaks()).toMatchObject([{ kind: 'unlike' }]);
    expect(await acknowledge('Restored from the copy of Sunday.')).toMatchObject({ ok: true });
    expect(await problems()).toEqual([]);
  });

  test('by a disk that is not mounted prevents the start', async () => {
    const desk = { databaseFile: join(data, 'plumbline.db') };
    const away = join(data, 'mnt', 'record.anchor');
    await expect(mendAtStart({ ...desk, anchorFile: away }, PROJECT)).rejects.toThrow(
      /mount its disk, or set ANCHOR_FILE to another file/,
    );
    expect(existsSync(away)).toBe(false);
  });
});

test('an anchor that was edited in the middle is found by verifying, and can be acknowledged', async () => {
  const lines = readFileSync(anchor, 'utf8').split('\n');
  lines[2] = `3 ${'0'.repeat(64)}`;
  writeFileSync(anchor, lines.join('\n'));
  await recordVerification(await admin());
  expect((await findLastVerification())?.problems).toBe(1);
  await recordVerification(await admin());
  expect(listAnchorBreaks()).toMatchObject([{ kind: 'unlike', acknowledged: null }]);
  expect(await acknowledge()).toMatchObject({ ok: true });
  expect(await problems()).toEqual([]);
});

test('a break cannot be acknowledged by a person who did not see it', async () => {
  await happen();
  rmSync(anchor);
  await happen();
  const shown = listAnchorBreaks().at(-1)?.seq ?? 0;
  rmSync(anchor);
  await happen();
  const late = await acknowledgeAnchorBreaks(shown, 'Seen.', await admin());
  expect(late).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
  const twice = await Promise.all([acknowledge('One.'), acknowledge('Two.')]);
  expect(twice.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(await problems()).toEqual([]);
});
