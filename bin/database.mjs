import { createHash } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { howToRestore } from '../app/_data/record/stored-backups.mjs';
import { runPrisma } from './client.mjs';
import { isDiskFull, Refusal } from './refusal.mjs';
import { toDatabaseUrl } from './settings.mjs';
import { step } from './steps.mjs';
import { dropViews } from './views.mjs';

/**
 * @typedef {import('./settings.mjs').Settings} Settings
 * @typedef {{ name: string, script: string }} Migration
 * @typedef {{ migration_name: string, checksum: string, finished_at: unknown }} HistoryRow
 */

/**
 * Makes sure that the desk's folders are there and can be written to, and that nothing else is in the
 * place of its files.
 *
 * @param {Pick<Settings, 'dataDir' | 'databaseFile' | 'anchorFile'>} settings
 */
export function prepareFolders({ dataDir, databaseFile, anchorFile }) {
  for (const folder of new Set([dataDir, dirname(databaseFile)])) {
    const trial = join(folder, `.write-test-${process.pid}`);
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(trial, '');
      rmSync(trial);
    } catch (error) {
      throw new Refusal(
        `The folder ${folder} cannot be written to (${reason(error)}): allow writing, or set DATA_DIR to another folder.`,
      );
    }
  }
  refuseOtherKind(anchorFile, 'file', 'move it away, or set ANCHOR_FILE to another file');
  refuseOtherKind(join(dataDir, 'secret'), 'file', 'move it away, or set BETTER_AUTH_SECRET');
  refuseOtherKind(join(dataDir, 'captures'), 'folder', 'move it away');
  refuseOtherKind(join(dataDir, 'backups'), 'folder', 'move it away');
}

/**
 * @param {string} path
 * @param {'file' | 'folder'} kind  what the desk has there
 * @param {string} remedy
 */
function refuseOtherKind(path, kind, remedy) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats || (kind === 'file' ? stats.isFile() : stats.isDirectory())) return;
  const other = stats.isDirectory() ? 'a folder' : stats.isFile() ? 'a file' : 'a device';
  throw new Refusal(`${path} is ${other} where the desk has a ${kind}: ${remedy}.`);
}

/**
 * Why something cannot be done with a file, in words; the system's own code where there are none.
 *
 * @param {unknown} error
 */
export function reason(error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reasons = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the disk is read-only',
    EEXIST: 'a file has this name',
    ENOTDIR: 'a file has the name of the folder',
    ENOSPC: 'the disk is full',
    SQLITE_FULL: 'the disk is full',
    EISDIR: 'a folder has the name of the file',
    ENOENT: 'it does not exist and cannot be created',
  };
  return reasons[/** @type {keyof typeof reasons} */ (code)] ?? code;
}

/**
 * Takes the desk for this process, as long as it lives: two servers must never write one
 * database. The system gives it back however the process ends.
 *
 * @param {Pick<Settings, 'dataDir' | 'databaseFile'>} settings
 * @returns {() => void} gives the desk back
 */
export function lockDesk({ dataDir, databaseFile }) {
  const files = [join(dataDir, 'desk.lock')];
  // Two desks could be pointed at one database that lies in neither's folder.
  if (dirname(databaseFile) !== dataDir) files.push(`${databaseFile}.lock`);
  const locks = files.map((file) => {
    const lock = new Database(file, { timeout: 0 });
    try {
      // Nothing is ever written, so nothing need lie beside it either.
      lock.pragma('journal_mode = MEMORY');
      lock.exec('BEGIN EXCLUSIVE');
      return lock;
    } catch (error) {
      throw new Refusal(
        isBusy(error)
          ? `Plumbline is already running on ${dataDir}: use that desk, or stop it first.`
          : `The file ${file} cannot be locked (${error}): set DATA_DIR to a folder on a local disk.`,
      );
    }
  });
  return () => {
    for (const lock of locks) lock.close();
  };
}

/**
 * Refuses a database that an older Plumbline made and this one has not opened yet.
 *
 * @param {string} databaseFile
 * @param {string} project
 * @throws {Refusal} when it is of an older version, and as `findPendingMigrations` does
 */
export function refuseOlder(databaseFile, project) {
  if (findPendingMigrations(databaseFile, project).length === 0) return;
  throw new Refusal(
    'The database is of an older Plumbline: run npm start once, then run this command again.',
  );
}

/**
 * Reads the database without changing it, and returns the migrations that it still needs.
 *
 * @param {string} databaseFile
 * @param {string} project
 * @returns {Migration[]}
 * @throws {Refusal} when it is not a database, not this program's, or a newer program's
 */
export function findPendingMigrations(databaseFile, project) {
  const migrations = listMigrations(project);
  if (isEmpty(databaseFile)) return migrations;
  const history = readHistory(databaseFile);
  const applied = new Map(history.map((row) => [row.migration_name, row]));

  const known = new Set(migrations.map(({ name }) => name));
  const unknown = history.find((row) => !known.has(row.migration_name));
  if (unknown) {
    throw new Refusal(
      `The database ${databaseFile} was used by a newer Plumbline (its migration ${unknown.migration_name} is not known here): update this Plumbline, or restore a backup.`,
    );
  }
  const unfinished = history.find((row) => row.finished_at === null);
  if (unfinished) {
    throw new Refusal(
      `The database ${databaseFile} is in the middle of the migration ${unfinished.migration_name}: restore a backup, or run "npx prisma migrate status".`,
    );
  }
  const changed = migrations.find(({ name, script }) => {
    const row = applied.get(name);
    return row && !checksumsOf(script).includes(row.checksum);
  });
  if (changed) {
    throw new Refusal(
      `The migration ${changed.name} changed after the database ${databaseFile} had it: restore the file of the migration, and put the change into a new migration.`,
    );
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

/**
 * @param {string} project
 * @returns {Migration[]} in the order in which they are applied
 */
function listMigrations(project) {
  const folder = join(project, 'prisma', 'migrations');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      script: readFileSync(join(folder, name, 'migration.sql'), 'utf8'),
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * The checksum that Prisma keeps of a script, for either way of ending a line: git may have
 * changed those.
 *
 * @param {string} script
 */
function checksumsOf(script) {
  const unix = script.replaceAll('\r\n', '\n');
  return [unix, unix.replaceAll('\n', '\r\n')].map((text) =>
    createHash('sha256').update(text).digest('hex'),
  );
}

/** @param {string} databaseFile */
function isEmpty(databaseFile) {
  return !existsSync(databaseFile) || statSync(databaseFile).size === 0;
}

/**
 * @param {string} databaseFile
 * @returns {HistoryRow[]}
 */
function readHistory(databaseFile) {
  if (!looksLikeSqlite(databaseFile)) {
    throw new Refusal(
      `${databaseFile} is not an SQLite database: move it away, or set DATABASE_URL to another file.`,
    );
  }
  const database = open(databaseFile);
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck();
    const names = tables.all();
    if (names.length === 0) return [];
    if (!names.includes('_prisma_migrations')) {
      throw new Refusal(
        `${databaseFile} is another program's database: move it away, or set DATABASE_URL to another file.`,
      );
    }
    const history = database.prepare(
      `SELECT migration_name, checksum, finished_at FROM _prisma_migrations
       WHERE rolled_back_at IS NULL`,
    );
    return /** @type {HistoryRow[]} */ (history.all());
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    throw new Refusal(
      `The database ${databaseFile} cannot be read (${error.message}): ${howToRestore(dirname(databaseFile))}.`,
    );
  } finally {
    database.close();
  }
}

/** @param {string} file */
function looksLikeSqlite(file) {
  try {
    const start = Buffer.alloc(16);
    const handle = openSync(file, 'r');
    readSync(handle, start, 0, 16, 0);
    closeSync(handle);
    return start.toString('latin1') === 'SQLite format 3\0';
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EISDIR') return false;
    throw new Refusal(
      `The database ${file} cannot be read (${reason(error)}): allow reading, or set DATABASE_URL to another file.`,
    );
  }
}

/** @param {string} file */
function open(file) {
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new Refusal(
      `The database ${file} cannot be written to (${reason(error)}): allow writing, or set DATABASE_URL to another file.`,
    );
  }
  return new Database(file, { fileMustExist: true, timeout: 2_000 });
}

/**
 * Applies migrations to a copy of the database, which then takes its place: one that fails leaves
 * the desk's database byte for byte as it was. The older database is stored beside it.
 *
 * @param {Pick<Settings, 'dataDir' | 'databaseFile'>} settings
 * @param {readonly Migration[]} pending
 * @param {string} project
 */
export async function applyMigrations({ dataDir, databaseFile }, pending, project) {
  const [first] = pending;
  if (!first) return;
  const title = `Applying ${pending.length} ${pending.length === 1 ? 'migration' : 'migrations'}`;
  await step(title, async () => {
    const copy = `${databaseFile}.migrating`;
    removeDatabase(copy);
    const original = isEmpty(databaseFile) ? null : openAlone(databaseFile);
    try {
      await original?.backup(copy);
      await migrateCopy(copy, first, join(dataDir, 'migration.log'), project);
      if (original) {
        const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
        await keep(original, join(dataDir, 'backups', `before-${first.name}-${time}.db`));
        // Everything into the one file, so that nothing of the old is left beside the new.
        original.pragma('journal_mode = DELETE');
        original.close();
      }
      renameSync(copy, databaseFile);
    } catch (error) {
      throw isDiskFull(error) ? noRoom(databaseFile) : error;
    } finally {
      original?.close();
      removeDatabase(copy);
    }
  });
}

/**
 * Opens the database so that nobody else can. If another program had it open, the old file would
 * live on after the new one took its name, and writes to it would be lost.
 *
 * @param {string} databaseFile
 * @param {string} [purpose]  what is to be done with it, after its name
 */
export function openAlone(databaseFile, purpose = 'has to be migrated') {
  const database = open(databaseFile);
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    // From the first transaction on the lock stays until the database is closed.
    database.exec('BEGIN EXCLUSIVE; COMMIT');
    return database;
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    throw new Refusal(
      `The database ${databaseFile} is open in another program (Prisma Studio?) and ${purpose}: close that program and start again.`,
    );
  }
}

/**
 * Applies what a copy of a database still needs, to the copy itself.
 *
 * @param {string} copy
 * @param {Migration} first
 * @param {string} log
 * @param {string} project
 * @throws {Refusal} when it fails, or would damage the copy
 */
export async function migrateCopy(copy, first, log, project) {
  dropViews(copy);
  const { ok, output } = await runPrisma(['migrate', 'deploy'], {
    project,
    env: { DATABASE_URL: toDatabaseUrl(copy) },
  });
  writeFileSync(log, output);
  if (!ok) {
    if (/disk is full|no space left/i.test(output)) throw noRoom(copy);
    throw new Refusal(
      `The migration ${findUnfinished(copy) ?? first.name} failed, and nothing was changed: its output is in ${log}.`,
    );
  }
  const faults = findFaults(copy);
  if (faults.length > 0) {
    writeFileSync(log, `${output}\n${faults.join('\n')}\n`);
    throw new Refusal(
      `The migrations from ${first.name} on would damage the database, so nothing was changed: the problems are in ${log}.`,
    );
  }
}

/** @param {string} copy */
function findUnfinished(copy) {
  if (isEmpty(copy)) return undefined;
  const database = new Database(copy);
  try {
    const names = database
      .prepare('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NULL')
      .pluck();
    return /** @type {string | undefined} */ (names.get());
  } catch {
    return undefined;
  } finally {
    database.close();
  }
}

/**
 * What is wrong in a database; it is left as one file, safe on the disk.
 *
 * @param {string} copy
 * @returns {string[]}
 */
function findFaults(copy) {
  const database = new Database(copy);
  const integrity = /** @type {{ integrity_check: string }[]} */ (
    database.pragma('integrity_check')
  );
  const dangling = /** @type {{ table: string, rowid: number, parent: string }[]} */ (
    database.pragma('foreign_key_check')
  );
  database.pragma('journal_mode = DELETE');
  database.close();
  const handle = openSync(copy, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  return [
    ...integrity.map((row) => row.integrity_check).filter((verdict) => verdict !== 'ok'),
    ...dangling.map(
      ({ table, rowid, parent }) => `row ${rowid} of ${table} points at no row of ${parent}`,
    ),
  ];
}

/**
 * @param {import('better-sqlite3').Database} original
 * @param {string} backup
 */
async function keep(original, backup) {
  mkdirSync(dirname(backup), { recursive: true, mode: 0o700 });
  const part = `${backup}.part`;
  try {
    await original.backup(part);
    const database = new Database(part);
    database.pragma('journal_mode = DELETE');
    database.close();
    renameSync(part, backup);
  } finally {
    removeDatabase(part);
  }
}

/** @param {string} file */
function removeDatabase(file) {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
}

/** @param {unknown} error */
function isBusy(error) {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY';
}

/** @param {string} database */
function noRoom(database) {
  const file = database.replace(/\.migrating$/, '');
  return new Refusal(
    `The disk has no room for a copy of ${file} to migrate, and nothing was changed: make room and start again.`,
  );
}

/**
 * Turns on SQLite's write-ahead log. Without it a change can be acknowledged and then lost
 * while another program reads (decision 4).
 *
 * @param {string} databaseFile
 */
export function turnOnWriteAheadLog(databaseFile) {
  const database = open(databaseFile);
  try {
    if (database.pragma('journal_mode = WAL', { simple: true }) === 'wal') return;
  } catch {
    // Refused below, as when SQLite says no.
  } finally {
    database.close();
  }
  throw new Refusal(
    `The database ${databaseFile} cannot use SQLite's write-ahead log, without which changes can be lost: close other programs that use the database, or put it on a local disk with DATABASE_URL.`,
  );
}

/**
 * Moves what is in the write-ahead log into the one file that people back up.
 *
 * @param {string} databaseFile
 */
export function tidyUp(databaseFile) {
  const database = open(databaseFile);
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}
