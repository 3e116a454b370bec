import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeTestDesk, openTestDesk } from '#data/testing/test-desk';
import { callsOf } from './desk-calls';
import { fillDesk } from './newsroom/fill';
import { openCopy } from './rows-read';
import { logStatements, type Ran } from './statement-log';

const CLAIMS = 3000;
/** How many rows a statement may read for each that it returns or is given; one of none or few, as for so many. */
const FACTOR = 20;
const AS_FOR = 5;
/** A list that returns more has no end. */
const MOST_RETURNED = 1000;

/** It stops at its cap, which is all that it can read. */
const CAPPED_COUNT = /^SELECT count\(\*\)(?: AS n)? FROM \(SELECT .* LIMIT (?:\d+|\?)\)$/;

/**
 * Statements that may read more, by a part of their SQL: how much for each row, and what keeps it from growing
 * with the desk. A row that is put together of several takes steps that are counted as reading.
 */
const ALLOWED: Readonly<Record<string, readonly [factor: number, why: string]>> = {
  'FROM "Event" e LEFT JOIN "User" u ON u."id" = e."actorId" LEFT JOIN "Claim" c': [
    60, 'An event of a history is put together of up to eight rows, by their keys.'],
  'json_each(?) j CROSS JOIN "Claim" c ON c."number" = j.value': [
    60, 'A claim of a list that is shown is put together of up to eight rows, by their keys.'],
  'FROM "Claim" c LEFT JOIN "Appearance" a ON a."claimId" = c."id" AND a."captureId" = ?': [
    30, 'A claim of an article that is read again is put together of three wide rows.'],
  'FROM `main`.`Quantity` WHERE `main`.`Quantity`.`claimId` IN': [
    30, 'A figure has 31 columns, and each is taken twice to be sorted.'],
  '(SELECT json_array(count(*), count(*) FILTER': [
    200, 'The list of articles counts the claims of the articles that it shows.'],
  'SELECT COUNT(*) AS `_count$_all`, `main`.`Claim`.`status` FROM `main`.`Claim` WHERE `main`.`Claim`.`articleId` = ?': [
    200, 'Counts the claims of one article.'],
  '`main`.`Event` WHERE (`main`.`Event`.`documentId` = ? AND `main`.`Event`.`action` IN (?,?,?)) ORDER BY': [
    200, 'Walks back over the events of one article.'],
  'FROM "Document" d WHERE d."underCheck" = 0 AND d."mergedIntoId" IS NULL': [
    100, 'The list of sources counts what leans on those that it shows; part of a title stands in no index.'],
  'FROM search_words s': [
    1000, 'The best of at most 500 hits of a kind are ranked.'],
  'FROM claim_words s': [1000, 'Likewise.'],
  'FROM party_names n': [1000, 'Likewise: the newest of at most 500 names.'],
  'FROM "Party" WHERE instr(': [
    100, 'Part of a name stands in no index; there is a name for every fifty claims.'],
  'SELECT "number" AS "value", "number" FROM "Claim" INDEXED BY': [
    150, 'A list walks the index of its order and ends with its page, or sorts what few claims have.'],
  'SELECT c."number" FROM "Claim" c': [
    150, 'What one person has in hand, or nobody has, is sorted by how soon it is wanted.'],
  'INTO `main`.`User`': [400, 'Whoever comes is told what is overdue: a trigger puts those claims up.'],
  'UPDATE `main`.`User` SET `role`': [400, 'Likewise with another role.'],
  'UPDATE `main`.`User` SET `active`': [400, 'Likewise who comes back.'],
  'WHERE `main`.`Claim`.`status` = ? ORDER BY `main`.`Claim`.`number` DESC': [
    10_000, 'Asked by test-captures.ts, not by the desk.'],
}; // biome-ignore format: a list to scan

/** What may return as much as there is, likewise. */
const MAY_BE_LONG: Readonly<Record<string, string>> = {
  'FROM "Event" WHERE "seq" > ? AND "seq" < ?':
    'The anchor is brought up to the record, once, where events came without it: a filled desk has none.',
};

/** What is not asked for here, and why it may read much, or where it is asked for. */
const NOT_ASKED: Readonly<Record<string, string>> = {
  eachClaimReport: 'An export has all that is asked for.',
  eachComparisonReport: 'Likewise.',
  eachEvidenceReport: 'Likewise.',
  findAboutText: 'Looks up one row by its key.',
  findBasis: 'Counts the claims of one article.',
  findStandingChange: 'Asked for only where the record was changed from outside.',
};

let desk: Awaited<ReturnType<typeof openTestDesk>>;
let ran: readonly Ran[];
let filled: Uint8Array;

beforeAll(async () => {
  const log = logStatements();
  desk = await openTestDesk();
  const databaseUrl = `file:${desk.file}`;
  await fillDesk({ dataDir: desk.folder, databaseFile: desk.file, databaseUrl }, CLAIMS);
  const db = new Database(desk.file);
  const calls = callsOf(db);
  filled = db.serialize();
  db.close();
  for (const [name, call] of Object.entries(calls)) {
    log.call(name);
    await call();
  }
  log.call('');
  ran = log.ran;
}, 60_000);

afterAll(() => closeTestDesk(desk));

type Copy = Awaited<ReturnType<typeof openCopy>>;
type Found = { sql: string; during: string; returned: number; read: number; share: number };

const oneLine = (sql: string) => sql.replaceAll(/\s+/g, ' ').trim();

/** What each statement read at its worst when all are run again; the copy has transactions of its own. */
function runAgain(copy: Copy): Found[] {
  const worst = new Map<string, Found>();
  for (const each of ran) {
    const sql = oneLine(each.sql);
    if (/^(PRAGMA|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|EXPLAIN)\b/i.test(sql)) continue;
    const { returned, read } = copy.runAgain(each);
    const share = read / Math.max(returned, givenTo(each), AS_FOR);
    if (share > (worst.get(sql)?.share ?? 0)) {
      worst.set(sql, { sql, during: each.during, returned, read, share });
    }
  }
  return [...worst.values()];
}

/** How many rows a statement is given, as one value of JSON. */
function givenTo({ values }: Ran): number {
  const lists = values.flat().filter((value) => String(value).startsWith('['));
  return Math.max(0, ...lists.map((list) => (JSON.parse(String(list)) as unknown[]).length));
}

const readsTooMuch = ({ sql, share }: Found) => {
  const [, [factor] = [FACTOR]] =
    Object.entries(ALLOWED).find(([part]) => sql.includes(part)) ?? [];
  return share > factor && !CAPPED_COUNT.test(sql);
};

const mayBeLong = (sql: string) => Object.keys(MAY_BE_LONG).some((part) => sql.includes(part));

const inWords = ({ during, sql, read, returned }: Found) =>
  `${during}: ${read} rows read for ${returned} in: ${sql}`;

test('no statement reads more than twenty rows for each that it returns', async () => {
  const copy = await openCopy(filled);
  expect(runAgain(copy).filter(readsTooMuch).map(inWords)).toEqual([]);
  copy.close();
});

test('a statement that lacks its index is named', async () => {
  const copy = await openCopy(filled);
  copy.exec('DROP INDEX "Event_claimId_seq_idx"');
  const named = runAgain(copy)
    .filter(readsTooMuch)
    .map(({ during }) => during);
  expect(named).toContain('last event');
  copy.close();
});

test('no list is without an end', async () => {
  const copy = await openCopy(filled);
  const long = runAgain(copy).filter(({ returned }) => returned > MOST_RETURNED);
  expect(long.filter(({ sql }) => !mayBeLong(sql)).map(inWords)).toEqual([]);
  copy.close();
});

test('a row that is read is counted, and no row more than three times', async () => {
  const copy = await openCopy(filled);
  const read = (sql: string, ...values: unknown[]) =>
    copy.runAgain({ sql, values, taken: Number.POSITIVE_INFINITY }).read / CLAIMS;
  for (const share of [
    read('SELECT "id" FROM "Claim" WHERE "text" = ?', 'nobody said so'),
    read('SELECT "id" FROM "Claim"'),
    read('SELECT count(*) FROM "Claim" WHERE "text" <> ?', ''),
    read('SELECT "id" FROM "Claim" ORDER BY "text" LIMIT 1'),
  ]) {
    expect(share).toBeGreaterThanOrEqual(0.99);
    expect(share).toBeLessThan(3);
  }
  copy.close();
});

test('whatever pages, actions and jobs look for, list and count is asked for here', () => {
  const asked = readFileSync(join(BENCH, 'desk-calls.ts'), 'utf8');
  const used = namesOfData().filter((name) => /^(find|list|count|each)[A-Z]/.test(name));
  expect(used.length).toBeGreaterThan(60);
  const missing = used.filter((name) => !new RegExp(`\\b${name}\\(`).test(asked));
  expect(missing.filter((name) => !Object.hasOwn(NOT_ASKED, name))).toEqual([]);
});

const BENCH = fileURLToPath(new URL('.', import.meta.url));

/** What the code of the desk takes from app/_data. */
function namesOfData(): string[] {
  const app = join(BENCH, '../app');
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && !/^_data\/|\.test\.ts$/.test(file));
  const names = files.flatMap((file) =>
    Array.from(
      readFileSync(join(app, file), 'utf8').matchAll(/import \{([^}]*)\} from '#data\//g),
      ([, list = '']) => list.split(',').map((name) => name.trim().split(' ')[0] ?? ''),
    ).flat(),
  );
  return [...new Set(names)].sort();
}
