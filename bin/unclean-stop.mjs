import { randomInt } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import {
  findNewestBackup,
  howToRestore,
  restoreCommand,
} from '../app/_data/record/stored-backups.mjs';
import { isDiskFull, Refusal } from './refusal.mjs';
import { writeWhole } from './safe-files.mjs';
import { step } from './steps.mjs';

/** @typedef {Pick<import('./settings.mjs').Settings, 'dataDir' | 'databaseFile'>} Desk */

// A desk that was killed leaves its write-ahead log, which SQLite plays into whatever database lies
// beside it under its name, also into one that was put there since. Nothing in the log says whose it is.
// So a desk that runs has a mark of its own in the head of its database, and beside it in a file that a
// clean stop takes away.

const MARK_AT = 60;
const WRITE_VERSION_AT = 18;
const HEAD_BYTES = 100;
/** Written in rollback mode, as a backup is; a desk that runs has 2. */
const WITHOUT_LOG = 1;

/** @param {string} databaseFile */
const markFile = (databaseFile) => `${databaseFile}.running`;

/** What a restore that is not finished yet leaves in DATA_DIR; see restore.ts. */
export const RESTORE_PLAN = 'restore.json';

/**
 * Refuses a desk that must not be opened as it lies there: a write-ahead log that is not of this
 * database, which opening it would play into it, or a restore that was interrupted. Reads only.
 *
 * @param {Desk} desk
 * @throws {Refusal}
 */
export function refuseUnready({ dataDir, databaseFile }) {
  const plan = join(dataDir, RESTORE_PLAN);
  if (existsSync(plan)) {
    const { from } = JSON.parse(readFileSync(plan, 'utf8'));
    throw new Refusal(
      `A restore from ${from} was interrupted: run ${restoreCommand(from)} again to finish it.`,
    );
  }
  if (sizeOf(`${databaseFile}-wal`) === 0) return;
  const head = readHead(databaseFile);
  const marked = readMark(databaseFile);
  const isForeign = head
    ? head[WRITE_VERSION_AT] === WITHOUT_LOG ||
      (marked !== null && marked !== head.readUInt32BE(MARK_AT))
    : sizeOf(databaseFile) === 0;
  if (!isForeign) return;
  throw new Refusal(
    `The log ${databaseFile}-wal belongs to another database than ${databaseFile}, and would damage it; nothing was changed: to restore a backup, run ${restoreCommand(findNewestBackup(dataDir) ?? 'FOLDER')}, and to use this database, first move ${databaseFile}-wal and ${databaseFile}-shm away.`,
  );
}

/**
 * Refuses to begin a new desk where one has been: its database was lost, is empty, or is on a disk that is
 * not mounted, and a new one beside its anchor would be taken for it.
 *
 * @param {Pick<import('./settings.mjs').Settings, 'dataDir' | 'databaseFile' | 'anchorFile'>} settings
 * @throws {Refusal}
 */
export function refuseLostDatabase({ dataDir, databaseFile, anchorFile }) {
  if (sizeOf(databaseFile) > 0 || sizeOf(anchorFile) === 0) return;
  throw new Refusal(
    `The database ${databaseFile} is missing or empty, but ${anchorFile} has the record of a desk; nothing was changed: put the database back, ${howToRestore(dataDir)}, or, for a new desk, set DATA_DIR to another folder.`,
  );
}

/**
 * Looks through the whole database when the desk was not stopped but killed, or lost its power, since
 * only then can pages of it have been half written. Nothing is written before.
 *
 * @param {Desk} desk
 * @throws {Refusal} when it is damaged
 */
export async function checkAfterUncleanStop(desk) {
  refuseUnready(desk);
  const { dataDir, databaseFile } = desk;
  const wasRunning = existsSync(markFile(databaseFile));
  const hasLog = sizeOf(`${databaseFile}-wal`) > 0;
  if (!readHead(databaseFile) || (!wasRunning && !hasLog)) return;
  await step('Checking the database', () => {
    const fault = findFault(databaseFile);
    if (fault === null) return;
    // A desk that stopped leaves no log, so one that is there may be another's, and the database whole.
    const remedy = wasRunning
      ? howToRestore(dataDir)
      : `the desk had stopped, so first move ${databaseFile}-wal and ${databaseFile}-shm away, because they may belong to another database, and start again; if that does not help, put them back and ${howToRestore(dataDir)}`;
    throw new Refusal(
      `The database ${databaseFile} is damaged (${fault}); nothing was changed: ${remedy}.`,
    );
  });
}

/**
 * @param {string} databaseFile
 * @returns {string | null} the first thing that is wrong with its pages
 */
function findFault(databaseFile) {
  // A connection that only reads leaves the log as it is when it is closed.
  const database = new Database(databaseFile, { readonly: true, timeout: 10_000 });
  try {
    const check = /** @type {string} */ (database.pragma('quick_check(1)', { simple: true }));
    return check === 'ok' ? null : check.replaceAll('\n', ' ');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    database.close();
  }
}

/**
 * Marks the database as that of a desk that runs from now on. Called before the first write, by the
 * process with the desk's lock.
 *
 * @param {string} databaseFile  in WAL mode
 */
export function markRunning(databaseFile) {
  rmSync(markFile(databaseFile), { force: true });
  const mark = randomInt(1, 2 ** 31);
  const database = new Database(databaseFile, { fileMustExist: true, timeout: 2_000 });
  try {
    database.pragma(`user_version = ${mark}`);
    database.pragma('wal_checkpoint(TRUNCATE)');
    // Another program that reads may keep it in the log for now: then only the stop is known by the file.
    const isInPlace = readHead(databaseFile)?.readUInt32BE(MARK_AT) === mark;
    writeWhole(markFile(databaseFile), JSON.stringify({ mark: isInPlace ? mark : null }));
  } catch (error) {
    // A desk on a disk that is full can still be read.
    if (!isDiskFull(error)) throw error;
  } finally {
    database.close();
  }
}

/**
 * Takes the mark of a running desk away, at a clean stop, when all of its log is in the database.
 *
 * @param {string} databaseFile
 */
export function unmarkRunning(databaseFile) {
  if (sizeOf(`${databaseFile}-wal`) === 0) rmSync(markFile(databaseFile), { force: true });
}

/**
 * @param {string} databaseFile
 * @returns {number | null}
 */
function readMark(databaseFile) {
  try {
    const { mark } = JSON.parse(readFileSync(markFile(databaseFile), 'utf8'));
    return typeof mark === 'number' ? mark : null;
  } catch {
    return null;
  }
}

/**
 * The head of the database file itself, whatever is in its log.
 *
 * @param {string} databaseFile
 * @returns {Buffer | null} null when the file is none of SQLite's
 */
function readHead(databaseFile) {
  if (!statSync(databaseFile, { throwIfNoEntry: false })?.isFile()) return null;
  const head = Buffer.alloc(HEAD_BYTES);
  const handle = openSync(databaseFile, 'r');
  try {
    readSync(handle, head, 0, HEAD_BYTES, 0);
  } finally {
    closeSync(handle);
  }
  return head.toString('latin1', 0, 16) === 'SQLite format 3\0' ? head : null;
}

/** @param {string} file */
const sizeOf = (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
