import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const BUSY_TIMEOUT_MS = 2_000;

/**
 * Makes the views for Prisma Studio as prisma/views.sql has them, where they are not so already.
 *
 * @param {string} databaseFile
 * @param {string} project
 */
export function makeViews(databaseFile, project) {
  const script = join(project, 'prisma', 'views.sql');
  if (!existsSync(script)) return;
  const views = readFileSync(script, 'utf8')
    .replaceAll('\r\n', '\n')
    .replace(/^--.*\n/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
  const database = new Database(databaseFile, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    const present = listViews(database).map(({ sql }) => sql);
    if (present.length === views.length && views.every((view) => present.includes(view))) return;
    database.transaction(() => {
      drop(database);
      for (const view of views) database.exec(view);
    })();
  } finally {
    database.close();
  }
}

/**
 * Drops every view, so that a migration can rebuild tables.
 *
 * @param {string} databaseFile
 */
export function dropViews(databaseFile) {
  if (!existsSync(databaseFile)) return;
  const database = new Database(databaseFile, { timeout: BUSY_TIMEOUT_MS });
  try {
    drop(database);
  } finally {
    database.close();
  }
}

/** @param {import('better-sqlite3').Database} database */
function drop(database) {
  for (const { name } of listViews(database)) database.exec(`DROP VIEW "${name}"`);
}

/** @param {import('better-sqlite3').Database} database */
function listViews(database) {
  const views = database.prepare(`SELECT "name", "sql" FROM sqlite_schema WHERE "type" = 'view'`);
  return /** @type {{ name: string, sql: string }[]} */ (views.all());
}
