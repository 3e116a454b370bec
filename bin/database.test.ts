import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { applyMigrations, findPendingMigrations, turnOnWriteAheadLog } from './database.mjs';
import {
  addMigration,
  addToHistory,
  createHistory,
  FIRST_MIGRATION,
  makeFolder,
  makeProject,
  runNode,
} from './test-desk';

test('a new desk gets every migration, and the write-ahead log', async () => {
  const dataDir = makeFolder();
  const desk = { project: makeProject(), dataDir, databaseFile: join(dataDir, 'plumbline.db') };
  await migrate(desk);
  turnOnWriteAheadLog(desk.databaseFile);

  expect(readdirSync(dataDir).sort()).toEqual(['migration.log', 'plumbline.db']);
  expect(findPendingMigrations(desk.databaseFile, desk.project)).toEqual([]);
  expect(open(desk).pragma('journal_mode', { simple: true })).toBe('wal');
});

test('a migration keeps the data of the desk, and a copy of the older database', async () => {
  const desk = makeDesk();
  addMigration(desk.project, '2_language', 'ALTER TABLE "Document" ADD COLUMN "language" TEXT;');
  await migrate(desk);

  expect(open(desk).prepare('SELECT * FROM "Document"').all()).toEqual([
    { id: 'd1', title: 'The bridge', language: null },
  ]);
  const [backup = ''] = readdirSync(join(desk.dataDir, 'backups'));
  expect(backup).toMatch(/^before-2_language-\d{8}T\d{6}Z\.db$/);
  const before = new Database(join(desk.dataDir, 'backups', backup), { readonly: true });
  onTestFinished(() => void before.close());
  expect(before.prepare('SELECT * FROM "Document"').all()).toEqual([
    { id: 'd1', title: 'The bridge' },
  ]);
});

test.each([
  [
    'fails half-way',
    'ALTER TABLE "Document" ADD COLUMN "language" TEXT; INSERT INTO "Nowhere" VALUES (1);',
    /^The migration 2_bad failed, and nothing was changed: its output is in .*migration\.log\.$/,
    'Nowhere',
  ],
  [
    'leaves a claim without its article',
    'PRAGMA foreign_keys = OFF; DELETE FROM "Document"; PRAGMA foreign_keys = ON;',
    /^The migrations from 2_bad on would damage the database, so nothing was changed: .*migration\.log\.$/,
    'row 1 of Claim points at no row of Document',
  ],
])(
  'a migration that %s leaves the database byte for byte as it was',
  async (_, script, sentence, log) => {
    const desk = makeDesk();
    const before = readFileSync(desk.databaseFile);
    addMigration(desk.project, '2_bad', script);

    await expect(migrate(desk)).rejects.toThrow(sentence);
    expect(readFileSync(desk.databaseFile).equals(before)).toBe(true);
    expect(readdirSync(desk.dataDir).sort()).toEqual(['migration.log', 'plumbline.db']);
    expect(readFileSync(join(desk.dataDir, 'migration.log'), 'utf8')).toContain(log);
  },
);

test('data that was written before a power failure is migrated as well', async () => {
  const desk = makeDesk();
  // Ends without closing the database: the row is in the write-ahead log only.
  await runNode([
    '--input-type=module',
    '--eval',
    `import Database from ${JSON.stringify(import.meta.resolve('better-sqlite3'))};
     const database = new Database(${JSON.stringify(desk.databaseFile)});
     database.exec("INSERT INTO Document VALUES ('d2', 'The destroyer')");
     process.kill(process.pid, 'SIGKILL');`,
  ]);
  expect(existsSync(`${desk.databaseFile}-wal`)).toBe(true);
  addMigration(desk.project, '2_language', 'ALTER TABLE "Document" ADD COLUMN "language" TEXT;');
  await migrate(desk);
  expect(open(desk).prepare('SELECT title FROM "Document"').pluck().all()).toEqual([
    'The bridge',
    'The destroyer',
  ]);
});

test('a database that another program has open is not migrated', async () => {
  const desk = makeDesk();
  const studio = open(desk);
  studio.prepare('SELECT * FROM "Document"').all();
  addMigration(desk.project, '2_language', 'ALTER TABLE "Document" ADD COLUMN "language" TEXT;');

  await expect(migrate(desk)).rejects.toThrow(/is open in another program .*: close that/);
  expect(studio.prepare('SELECT * FROM "Document"').all()).toHaveLength(1);
  studio.close();
  await migrate(desk);
});

test('the files of an interrupted migration do no harm', async () => {
  const desk = makeDesk();
  writeFileSync(`${desk.databaseFile}.migrating`, 'half a copy');
  addMigration(desk.project, '2_language', 'ALTER TABLE "Document" ADD COLUMN "language" TEXT;');
  await migrate(desk);
  expect(existsSync(`${desk.databaseFile}.migrating`)).toBe(false);
});

type Desk = { project: string; dataDir: string; databaseFile: string };

/** A desk at its first migration, with an article and a claim in it, and no server. */
function makeDesk(): Desk {
  const dataDir = makeFolder();
  const databaseFile = join(dataDir, 'plumbline.db');
  const database = new Database(databaseFile);
  database.exec(FIRST_MIGRATION);
  createHistory(database);
  addToHistory(database, '1_first', FIRST_MIGRATION);
  database.exec(`INSERT INTO "Document" VALUES ('d1', 'The bridge');
                 INSERT INTO "Claim" VALUES ('c1', 'd1');`);
  database.close();
  turnOnWriteAheadLog(databaseFile);
  return { project: makeProject(), dataDir, databaseFile };
}

async function migrate({ project, ...desk }: Desk): Promise<void> {
  await applyMigrations(desk, findPendingMigrations(desk.databaseFile, project), project);
}

function open({ databaseFile }: Desk): Database.Database {
  const database = new Database(databaseFile);
  onTestFinished(() => void database.close());
  return database;
}
