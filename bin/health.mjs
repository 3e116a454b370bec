import { statfsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { readStoredBackups } from '../app/_data/record/stored-backups.mjs';
import { isWholeAnchor } from './anchor.mjs';

/**
 * What is known of the desk from outside its pages.
 *
 * @typedef {object} Facts
 * @property {boolean} readable
 * @property {boolean} writable         whether the database takes a write; none is made
 * @property {boolean} anchored         whether the anchor ends in the last event of the record
 * @property {number | null} diskFree   in bytes
 * @property {number} diskMinimum       in bytes
 * @property {number} capturesWaiting
 * @property {Tried | null} backup        the last backup that was tried
 * @property {Tried | null} verification  the last time that the record was verified
 */

/** @typedef {{ at: number, ok: boolean }} Tried  `at` in seconds of Unix time */

/** A client that asks more often gets the same answer again. */
const LOOK_EVERY_MS = 1_000;
/** An event is anchored just after it is committed: only a gap that stays is one. */
const ANCHOR_PATIENCE_MS = 5_000;

const HOUR_S = 3_600;

/**
 * Looks at a desk without its pages and without their connections, at most once a second.
 *
 * @param {Pick<import('./settings.mjs').Settings,
 *   'databaseFile' | 'dataDir' | 'anchorFile' | 'diskMinimum' | 'backsUp'>} settings
 * @param {() => number} [clock]  in milliseconds
 */
export function openHealth(settings, clock = Date.now) {
  const { databaseFile, dataDir, anchorFile, diskMinimum } = settings;
  // It waits for nobody: another's lock is an answer as well.
  const database = new Database(databaseFile, { fileMustExist: true, timeout: 0 });
  const statements = prepare(database);
  /** @type {{ at: number, facts: Facts } | null} */
  let looked = null;
  /** @type {number | null} */
  let behindSince = null;

  /** @param {number} now */
  function look(now) {
    const head = attempt(() => String(statements.head.get() ?? ''), null);
    const isBehind = head === null || !attempt(() => isWholeAnchor(anchorFile, head), false);
    behindSince = isBehind ? (behindSince ?? now) : null;
    return {
      readable: head !== null,
      writable: isWritable(database),
      anchored: behindSince === null || now - behindSince < ANCHOR_PATIENCE_MS,
      diskFree: readDiskFree(dataDir),
      diskMinimum,
      capturesWaiting: attempt(() => Number(statements.waiting.get()), 0),
      backup: readBackup(dataDir),
      verification: attempt(() => toTried(statements.verified.get()), null),
    };
  }

  /** @returns {Facts} */
  function facts() {
    const now = clock();
    if (!looked || now - looked.at >= LOOK_EVERY_MS || now < looked.at) {
      looked = { at: now, facts: look(now) };
    }
    return looked.facts;
  }

  return {
    facts,
    /** What anybody may know. */
    report: () => toReport(facts(), settings.backsUp, clock() / 1000),
    close: () => database.close(),
  };
}

/** @param {import('better-sqlite3').Database} database */
function prepare(database) {
  return {
    head: database
      .prepare(`SELECT "seq" || ' ' || "hash" || char(10) FROM "Event" ORDER BY "seq" DESC LIMIT 1`)
      .pluck(),
    // More than that is many, however many.
    waiting: database
      .prepare(
        `SELECT count(*) FROM (SELECT 1 FROM "Capture" WHERE "state" = 'pending' LIMIT 10000)`,
      )
      .pluck(),
    verified: database.prepare(
      `SELECT "at", json_extract("after", '$.problems') AS "problems" FROM "Event"
       WHERE "entity" = 'record' AND "entityId" = 'record' AND "action" = 'record.verified'
       ORDER BY "seq" DESC LIMIT 1`,
    ),
  };
}

/**
 * @param {Facts} facts
 * @param {boolean} backsUp
 * @param {number} now  in seconds of Unix time
 * @returns {{ status: 'ok' | 'warning' | 'failing' } & Record<string, unknown>}
 */
function toReport({ readable, writable, anchored, diskFree, diskMinimum, ...facts }, backsUp, now) {
  const hasRoom = diskFree === null || diskFree >= diskMinimum;
  const { backup, verification } = facts;
  const isBackedUp = !backsUp || backup?.ok === true;
  const isAsRecorded = verification?.ok !== false;
  /** @param {Tried | null} tried */
  const report = (tried) =>
    tried && { ok: tried.ok, hoursAgo: Math.round((now - tried.at) / (HOUR_S / 10)) / 10 };
  const works = readable && writable && anchored && hasRoom;
  return {
    status: !works ? 'failing' : isBackedUp && isAsRecorded ? 'ok' : 'warning',
    database: { readable, writable },
    disk: { hasRoom },
    record: { anchored, lastVerified: report(verification) },
    ...(backsUp && { backup: { last: report(backup) } }),
  };
}

/** @param {import('better-sqlite3').Database} database */
function isWritable(database) {
  try {
    database.exec('BEGIN IMMEDIATE');
    database.exec('ROLLBACK');
    return true;
  } catch (error) {
    // Somebody is writing this very moment.
    return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
  }
}

/**
 * Whether the disk has room for anything large: see DISK_MINIMUM.
 *
 * @param {Pick<import('./settings.mjs').Settings, 'dataDir' | 'diskMinimum'>} settings
 */
export function hasRoom({ dataDir, diskMinimum }) {
  return (readDiskFree(dataDir) ?? diskMinimum) >= diskMinimum;
}

/** @param {string} folder */
function readDiskFree(folder) {
  return attempt(() => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  }, null);
}

/**
 * @param {string} dataDir
 * @returns {Tried | null}
 */
function readBackup(dataDir) {
  const { last } = readStoredBackups(dataDir);
  return last && { at: Date.parse(last.at) / 1000, ok: last.ok };
}

/**
 * @param {unknown} row
 * @returns {Tried | null}
 */
function toTried(row) {
  if (!row) return null;
  const { at, problems } = /** @type {{ at: string, problems: number }} */ (row);
  return { at: Date.parse(at) / 1000, ok: problems === 0 };
}

/**
 * @template Value, Otherwise
 * @param {() => Value} work
 * @param {Otherwise} otherwise
 */
function attempt(work, otherwise) {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
