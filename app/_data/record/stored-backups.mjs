import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

// What is known of the backups of a desk: read where the database may be damaged, and by the start,
// before anything of TypeScript runs. So it lies in a file of DATA_DIR.

/**
 * One backup that was tried.
 *
 * @typedef {object} TriedBackup
 * @property {string} at  when it was begun, in ISO 8601
 * @property {boolean} ok  whether it was taken, and everything in it is as the record says
 * @property {string | null} place  the folder it is in; null when there is none
 * @property {string} sentence  what became of it
 */

/**
 * @typedef {object} KeptBackups
 * @property {TriedBackup | null} last
 * @property {TriedBackup | null} lastGood  the last one that was taken and verified
 */

/** The file of a backup that says what the backup is of; written last. */
export const MANIFEST = 'backup.json';

/** How `BACKUP_TO` names the backups in it. */
export const BACKUP_NAME = /^plumbline-\d{8}T\d{6}Z$/;

/** @param {string} dataDir */
const statusFile = (dataDir) => join(dataDir, 'backup-status.json');

/**
 * The backups that this desk took, by its own notes.
 *
 * @param {string} dataDir
 * @returns {KeptBackups}
 */
export function readStoredBackups(dataDir) {
  try {
    const { last = null, lastGood = null } = JSON.parse(readFileSync(statusFile(dataDir), 'utf8'));
    return { last, lastGood };
  } catch {
    return { last: null, lastGood: null };
  }
}

/**
 * Notes a backup that was tried.
 *
 * @param {string} dataDir
 * @param {TriedBackup} tried
 */
export function noteBackup(dataDir, tried) {
  const { lastGood } = readStoredBackups(dataDir);
  const file = statusFile(dataDir);
  const status = { last: tried, lastGood: tried.ok ? tried : lastGood };
  writeFileSync(`${file}.part`, `${JSON.stringify(status, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.part`, file);
}

/**
 * The newest backup that is there, of those that are known to this desk.
 *
 * @param {string} dataDir
 * @param {string | undefined} [backupTo]  what BACKUP_TO names
 * @returns {string | null}
 */
export function findNewestBackup(dataDir, backupTo = process.env.BACKUP_TO) {
  const { lastGood } = readStoredBackups(dataDir);
  const scheduled = backupTo ? listBackups(backupTo).at(-1) : undefined;
  const known = [lastGood?.place, scheduled].filter(
    (place) => typeof place === 'string' && existsSync(join(place, 'plumbline.db')),
  );
  const [newest = null] = known
    .map((place) => ({ place: String(place), at: timeOf(String(place)) }))
    .sort((one, other) => other.at - one.at);
  return newest?.place ?? null;
}

/** @param {string} place */
const timeOf = (place) => statSync(join(place, 'plumbline.db')).mtimeMs;

/**
 * The backups in a folder that are whole, the oldest first.
 *
 * @param {string} folder
 */
export function listBackups(folder) {
  try {
    return readdirSync(folder)
      .filter((name) => BACKUP_NAME.test(name) && existsSync(join(folder, name, MANIFEST)))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/**
 * What to do about a database that is damaged, as the end of a sentence.
 *
 * @param {string} dataDir
 */
export function howToRestore(dataDir) {
  const newest = findNewestBackup(dataDir);
  return newest
    ? `restore the newest backup with ${restoreCommand(newest)}`
    : `restore a backup with ${restoreCommand('FOLDER')}`;
}

/** @param {string} from */
export function restoreCommand(from) {
  return `“npm run -s plumbline -- restore --from ${/\s/.test(from) ? `"${from}"` : from}”`;
}
