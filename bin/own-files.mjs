import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from './refusal.mjs';

// The database has hashes of passwords and the contacts of confidential sources, and its logs, copies
// and backups have the same: nobody else who has an account on the machine may read them.

/** What of a file's mode lets others in. */
const OTHERS = 0o077;
const STICKY = 0o1000;

/** Has everything that this process makes from now on be its own user's only. */
export function keepFilesOwn() {
  if (process.platform !== 'win32') process.umask(OTHERS);
}

/**
 * Does work of which the files belong to the program, not the desk: others may have to read them.
 *
 * @template Value
 * @param {() => Promise<Value>} work
 * @returns {Promise<Value>}
 */
export async function forEverybody(work) {
  if (process.platform === 'win32') return work();
  const before = process.umask(0o022);
  try {
    return await work();
  } finally {
    process.umask(before);
  }
}

/**
 * Refuses root at the desk of another user, such as a service: a secret or a database that root puts there
 * is one that the desk may not read, and it would start no more.
 *
 * @param {Pick<import('./settings.mjs').Settings, 'dataDir' | 'databaseFile'>} settings
 * @throws {Refusal}
 */
export function refuseRootElsewhere({ dataDir, databaseFile }) {
  if (process.getuid?.() !== 0) return;
  const uid = existsSync(databaseFile) ? statSync(databaseFile).uid : 0;
  if (uid === 0) return;
  const known = spawnSync('id', ['-nu', String(uid)], { encoding: 'utf8' }).stdout?.trim();
  const name = known || `'#${uid}'`;
  throw new Refusal(
    `The desk in ${dataDir} belongs to the user ${known || uid}, who cannot read files of root: run this command as that user, with “sudo -u ${name} DATA_DIR=${dataDir}” before it.`,
  );
}

/**
 * Takes what others may read of a desk that an earlier version made away from them. A folder is looked
 * through only where its own mode lets others in, since it is mended after everything in it: once that
 * is done, a start looks at no copy, however many there are.
 *
 * @param {Pick<import('./settings.mjs').Settings, 'dataDir' | 'databaseFile' | 'anchorFile'>} settings
 * @returns {string[]} what could not be mended
 */
export function mendModes({ dataDir, databaseFile, anchorFile }) {
  if (process.platform === 'win32') return [];
  /** @type {string[]} */
  const refused = [];
  for (const suffix of ['', '-wal', '-shm', '-journal', '.running', '.lock']) {
    mendFile(databaseFile + suffix, refused);
  }
  mendFile(anchorFile, refused);
  for (const name of listNames(dataDir)) {
    const path = join(dataDir, name);
    if (OWN_FILES.test(name)) mendFile(path, refused);
    else if (OWN_FOLDERS.test(name)) mendFolder(path, refused);
  }
  for (const name of listNames(dirname(databaseFile))) {
    if (/^before-restore-/.test(name)) mendFolder(join(dirname(databaseFile), name), refused);
  }
  // Other programs may have files there where somebody chose it so; /tmp is everybody's.
  if (!isSticky(dataDir)) chmod(dataDir, 0o700, refused);
  return refused;
}

const OWN_FILES =
  /^(plumbline\.db|record\.anchor|secret|desk\.lock|migration\.log|backup-status\.json|restore\.json|reserve)/;
const OWN_FOLDERS = /^(captures|backups|before-restore-.*|logs)$/;

/**
 * @param {string} folder
 * @param {string[]} refused
 */
function mendFolder(folder, refused) {
  if ((modeOf(folder) & OTHERS) === 0) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) mendFolder(path, refused);
    else if (entry.isFile()) mendFile(path, refused);
  }
  chmod(folder, 0o700, refused);
}

/**
 * @param {string} file
 * @param {string[]} refused
 */
function mendFile(file, refused) {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (stats?.isFile()) chmod(file, 0o600, refused);
}

/**
 * @param {string} path
 * @param {number} mode
 * @param {string[]} refused
 */
function chmod(path, mode, refused) {
  if ((modeOf(path) & OTHERS) === 0) return;
  try {
    chmodSync(path, mode);
  } catch {
    // It is somebody else's, who gave it to this user to write.
    refused.push(path);
  }
}

/** @param {string} path */
const modeOf = (path) => statSync(path, { throwIfNoEntry: false })?.mode ?? 0;

/** @param {string} folder */
const isSticky = (folder) => (modeOf(folder) & STICKY) !== 0;

/** @param {string} folder */
function listNames(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
