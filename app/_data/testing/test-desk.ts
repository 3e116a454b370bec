import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '#domain/people/permission';
import { toAnchor } from '#domain/texts/anchor';
import { closeDatabase, write } from '../database/db';
import { recordArticle } from '../documents/articles';
import { recordFirstReading } from '../readings/readings';
import { event, recordEvents, THE_DESK } from '../record/record-events';
import { recordFirstScale } from '../review/ratings';

const MIGRATIONS = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url));

/** A desk of its own for one test file: a real database file, migrated, and its folder. */
export async function openTestDesk(): Promise<{ folder: string; file: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
  const file = join(folder, 'plumbline.db');
  const database = new Database(file);
  // A desk of a test outlives no power cut: its tables need not wait for the disk.
  database.pragma('synchronous = OFF');
  for (const name of readdirSync(MIGRATIONS).sort()) {
    const path = join(MIGRATIONS, name);
    if (statSync(path).isDirectory()) {
      database.exec(readFileSync(join(path, 'migration.sql'), 'utf8'));
    }
  }
  database.close();
  process.env.DATABASE_URL = `file:${file}`;
  process.env.DATA_DIR = folder;
  await recordFirstScale();
  return { folder, file };
}

/** Closes the desk and throws its folder away. */
export async function closeTestDesk({ folder }: { folder: string }): Promise<void> {
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
}

/** Somebody with an account, and the way the record names them. */
export async function addPerson(name: string, role: Role = 'admin') {
  const id = uuidv7();
  const person = { name, email: `${id}@example.org`, role };
  await write(async (tx) => {
    await tx.user.create({ data: { id, ...person } });
    await recordEvents(tx, THE_DESK, [event('user.added', id, { after: person })]);
  });
  return { userId: id, via: 'ui', role } as const;
}

export const TEXT = 'The harbour employs 12,000 people. The mayor said it will grow.\n';

/** An article with one claim in it, a figure included, as the engine would suggest it. */
export async function addTestArticle(claimText = 'The harbour employs 12,000 people.') {
  const id = uuidv7();
  const details = {
    title: 'Harbour grows',
    publisher: 'The Courier',
    author: null,
    url: 'https://courier.example/harbour',
    publishedOn: null,
    language: 'en',
  };
  const anchor = toAnchor(TEXT, 0, 33);
  if (!anchor) throw new Error('the test text has changed');
  const figure = {
    surface: '12,000 people',
    start: 20,
    end: 33,
    qualifier: 'exact',
    change: 'equal',
    value: '12000',
    low: null,
    high: null,
    lastDigit: '1',
    significantDigits: 2,
    unit: '{person}',
    unitName: 'person',
    measure: 'people employed',
    dimension: 'count',
    statistic: 'count',
    baseLow: '11999.5',
    baseHigh: '12000.5',
    baseUnit: '1',
    scope: null,
    basis: null,
    partOf: null,
  } as const;
  const recorded = await recordArticle({ id, details, raw: TEXT, text: TEXT }, THE_DESK);
  if (!recorded.ok) throw new Error('the article is there already');
  const claim = {
    start: anchor.start,
    end: anchor.end,
    exact: anchor.exact,
    text: claimText,
    leansOn: null,
    candidates: [],
    kind: 'figure',
    checkable: true,
    claimant: { name: 'Port Authority', kind: 'organization', role: null },
    saidOn: null,
    eventOn: null,
    quantities: [figure],
    checkWorthiness: 0.8,
    reasons: ['a figure'],
  } as const;
  const reading = { engineVersion: 'test', claims: [claim] };
  const { captureId } = recorded.value;
  await recordFirstReading({ articleId: id, captureId, text: TEXT, reading }, THE_DESK);
  return id;
}
