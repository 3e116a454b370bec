import { resolve } from 'node:path';
import { Refusal } from './refusal.mjs';
import { PROJECT } from './settings.mjs';

/**
 * How a running desk backs itself up.
 *
 * @typedef {object} BackupSettings
 * @property {string | null} backupTo  the folder of the backups, absolute; null when none are taken
 * @property {number} everyMs
 * @property {number} keep  how many of them
 */

const UNITS = /** @type {const} */ ({ m: 60_000, h: 3_600_000, d: 86_400_000 });

/**
 * Reads BACKUP_TO, BACKUP_EVERY and BACKUP_KEEP.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} [project]
 * @returns {BackupSettings}
 * @throws {Refusal}
 */
export function readBackupSettings(env, project = PROJECT) {
  return {
    backupTo: env.BACKUP_TO ? resolve(project, env.BACKUP_TO) : null,
    everyMs: toMilliseconds(env.BACKUP_EVERY || '24h'),
    keep: toCount(env.BACKUP_KEEP || '7'),
  };
}

/** @param {string} text */
function toMilliseconds(text) {
  const [, count, unit] = /^(\d{1,4})([mhd])$/.exec(text) ?? [];
  const milliseconds = Number(count) * UNITS[/** @type {keyof typeof UNITS} */ (unit)];
  if (!(milliseconds > 0)) {
    throw new Refusal(
      `BACKUP_EVERY must be a number of minutes, hours or days, such as 30m, 24h or 7d, but is "${text}".`,
    );
  }
  return milliseconds;
}

/** @param {string} text */
function toCount(text) {
  const count = Number(text);
  if (!/^\d{1,4}$/.test(text) || count === 0) {
    throw new Refusal(`BACKUP_KEEP must be a whole number of at least 1, but is "${text}".`);
  }
  return count;
}
