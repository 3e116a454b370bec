import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '../database/db';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { verify } from './verify';

// What is asked of the page that is overwritten is not what it holds, but that it is found.

const PAGE_BYTES = 4096;
/** All of them take three times as long, and each was tried. */
const EVERY = 3;

let desk: { folder: string; file: string };
let deskCopy: string;
let whole: Buffer;
beforeAll(async () => {
  desk = await openTestDesk();
  await addPerson('Noor', 'editor');
  for (const text of ['The harbour employs 12,000 people.', 'Twelve thousand work there.']) {
    await addTestArticle(text);
  }
  await closeDatabase();
  deskCopy = mkdtempSync(join(tmpdir(), 'plumbline-pages-'));
  const database = new Database(desk.file);
  database.prepare('VACUUM INTO ?').run(join(deskCopy, 'whole.db'));
  database.close();
  copyFileSync(join(desk.folder, 'record.anchor'), join(deskCopy, 'record.anchor'));
  whole = readFileSync(join(deskCopy, 'whole.db'));
}, 60_000);
afterAll(async () => {
  await closeTestDesk(desk);
  rmSync(deskCopy, { recursive: true, force: true });
});

async function verifyWith(bytes: Buffer): Promise<string[]> {
  const databaseFile = join(deskCopy, 'plumbline.db');
  writeFileSync(databaseFile, bytes);
  const found: string[] = [];
  await verify(
    {
      databaseFile,
      anchor: join(deskCopy, 'record.anchor'),
      captures: join(desk.folder, 'captures'),
    },
    ({ sentence }) => found.push(sentence),
  );
  return found;
}

const withPage = (page: number, bytes: Buffer) => {
  const damaged = Buffer.from(whole);
  bytes.copy(damaged, page * PAGE_BYTES);
  return damaged;
};
const CELLS_AT = 3;
const CONTENT_AT = 5;

/** Two indexes may hold the same, or two tables nothing: then either page may stand for the other. */
function areSame(one: Buffer, other: Buffer): boolean {
  if (one[0] === 0 || one.readUInt16BE(CELLS_AT) !== other.readUInt16BE(CELLS_AT)) return false;
  const [from, to] = [one.readUInt16BE(CONTENT_AT), other.readUInt16BE(CONTENT_AT)];
  return one.subarray(from).equals(other.subarray(to));
}

const page = (n: number) => whole.subarray(n * PAGE_BYTES, (n + 1) * PAGE_BYTES);

test('a whole database verifies', async () => {
  expect(await verifyWith(whole)).toEqual([]);
});

test.each([
  ['zeros', () => Buffer.alloc(PAGE_BYTES)],
  ['other bytes', (n: number) => Buffer.alloc(PAGE_BYTES, `page ${n} of another file, `)],
  ['the page before it', (n: number) => page(n - 1)],
])(
  'each page that is overwritten with %s is found, and the message says what to do',
  async (_, bytes) => {
    const missed: number[] = [];
    // The first page is the head of the file, without which it is no database at all.
    for (let n = 1; n < whole.length / PAGE_BYTES; n += EVERY) {
      if (areSame(bytes(n), page(n))) continue;
      const [first = ''] = await verifyWith(withPage(n, bytes(n)));
      if (first === '') missed.push(n);
      else if (first.includes('is damaged')) expect(first).toMatch(/restore --from/);
    }
    expect(missed).toEqual([]);
  },
);

test('a word index that differs from the claims is found', async () => {
  const file = join(deskCopy, 'words.db');
  writeFileSync(file, whole);
  const database = new Database(file);
  database.unsafeMode(true);
  database.exec(`UPDATE claim_words_content SET c0 = 'something else' WHERE id = 1`);
  database.close();
  expect((await verifyWith(readFileSync(file))).join('\n')).toMatch(/claim_words/);
});
