import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { applyMigrations, findPendingMigrations } from './database.mjs';
import { PROJECT } from './settings.mjs';
import {
  addMigration,
  addToHistory,
  createHistory,
  FIRST_MIGRATION,
  makeFolder,
  makeProject,
  unpackDesk,
} from './test-desk';
import { makeViews } from './views.mjs';

test('the views for Studio name people, claims and sources, and omit confidential details', () => {
  const file = join(unpackDesk('3059df7'), 'plumbline.db');
  makeViews(file, PROJECT);
  makeViews(file, PROJECT);
  const db = new Database(file, { readonly: true });
  const views = db
    .prepare<[], string>(`SELECT "name" FROM sqlite_schema WHERE "type" = 'view' ORDER BY "name"`)
    .pluck()
    .all();
  expect(views[0]).toBe('1 Claims');
  const [claim] = db.prepare<[], Record<string, unknown>>('SELECT * FROM "1 Claims"').all();
  expect(Object.keys(claim ?? {}).slice(0, 6)).toEqual([
    ...['no', 'code', 'words', 'status', 'verdict', 'assignee'],
  ]);
  expect(claim).toMatchObject({ code: 'C-0001', status: 'published', verdict: 'False' });
  const all = views.map((name) => JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).all()));
  expect(all.join()).toContain('Register of Registry');
  for (const secret of ['a hash', 'The harbour master, by telephone', 'password']) {
    expect(all.join()).not.toContain(`"${secret}"`);
  }
  for (const name of views) {
    const columns = db.prepare<[string], string>('SELECT "name" FROM pragma_table_info(?)');
    const order = columns
      .pluck()
      .all(name)
      .map((column) => `"${column}"`);
    const plan = db
      .prepare<[], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT * FROM "${name}" ORDER BY ${order} LIMIT 25`,
      )
      .all();
    expect(plan.map(({ detail }) => detail).join(), name).not.toContain('TEMP B-TREE');
  }
  db.close();
});

test('a migration that rebuilds a table is applied even if a view reads the table', async () => {
  const project = makeProject();
  const data = makeFolder();
  const settings = { dataDir: data, databaseFile: join(data, 'plumbline.db') };
  const migrate = () =>
    applyMigrations(settings, findPendingMigrations(settings.databaseFile, project), project);
  const old = new Database(settings.databaseFile);
  old.exec(FIRST_MIGRATION);
  createHistory(old);
  addToHistory(old, '1_first', FIRST_MIGRATION);
  old.close();
  writeFileSync(
    join(project, 'prisma', 'views.sql'),
    '-- Read by people.\nCREATE VIEW "1 Claims" AS SELECT c."id" AS "no" FROM "Claim" c;\n',
  );
  makeViews(settings.databaseFile, project);
  addMigration(
    project,
    '2_anew',
    `CREATE TABLE "new_Claim" ("id" TEXT NOT NULL PRIMARY KEY, "documentId" TEXT NOT NULL, "more" TEXT);
     INSERT INTO "new_Claim" ("id", "documentId") SELECT "id", "documentId" FROM "Claim";
     DROP TABLE "Claim";
     ALTER TABLE "new_Claim" RENAME TO "Claim";`,
  );
  await migrate();
  makeViews(settings.databaseFile, project);
  const db = new Database(settings.databaseFile, { readonly: true });
  expect(db.prepare('SELECT * FROM "1 Claims"').all()).toEqual([]);
  db.close();
  expect(readFileSync(join(data, 'migration.log'), 'utf8')).toContain('2_anew');
});
