import { copyFileSync, cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readSettings } from './settings.mjs';

/**
 * Copies the desk into a folder, whole and in one moment, also while it runs: the database as one
 * file, its anchor, and the copies of the documents. The anchor comes first, so that the database has
 * every event that it holds. Copies come last, so that each one the database names is there; one that
 * came in between is there too, and does no harm.
 *
 * @returns one sentence that says where it is
 * @throws Error with one sentence, when there is no desk or the folder has a backup already
 */
export function backUp(to: string, env: Readonly<Record<string, string | undefined>>): string {
  const { databaseFile, dataDir, anchorFile } = readSettings(env);
  if (!existsSync(databaseFile)) {
    throw new Error(`There is no database at ${databaseFile}: run npm start once, which makes it.`);
  }
  const file = join(to, 'plumbline.db');
  if (existsSync(file)) {
    throw new Error(`There is a backup in ${to} already: name another folder.`);
  }
  mkdirSync(to, { recursive: true });
  if (existsSync(anchorFile)) copyFileSync(anchorFile, join(to, 'record.anchor'));
  const database = new Database(databaseFile, { readonly: true, timeout: 10_000 });
  try {
    database.prepare('VACUUM INTO ?').run(file);
  } finally {
    database.close();
  }
  const captures = join(dataDir, 'captures');
  if (existsSync(captures)) cpSync(captures, join(to, 'captures'), { recursive: true });
  const parts = ['plumbline.db', 'record.anchor', 'captures'].filter((name) =>
    existsSync(join(to, name)),
  );
  return `The desk is in ${to}: ${parts.join(', ')}.`;
}
