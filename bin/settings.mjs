import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from './refusal.mjs';

// Runs before any package is installed, hence JavaScript and nothing from npm.

/** The folder of package.json; every relative path in the settings starts here. */
export const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/**
 * What may be set from outside, read in one place.
 *
 * @typedef {object} Settings
 * @property {number} port          0 takes any free port
 * @property {string} host
 * @property {string} dataDir       absolute
 * @property {string} databaseFile  absolute
 * @property {string} databaseUrl   the same as Prisma wants it: absolute, and not percent-encoded
 * @property {string} anchorFile    absolute
 * @property {string | null} clientHeader  in lower case, as Node names headers
 * @property {number} sessionIdleHours  how long a session lasts that is not used
 * @property {number} sessionDays       how long a session lasts in all
 * @property {string | null} publicUrl     the origin that browsers open the desk at
 * @property {string} logLevel      'silent' for no log
 * @property {string | null} metricsToken
 * @property {number} diskMinimum   in bytes
 * @property {string} timeZone      a name of the IANA database
 * @property {boolean} backsUp      whether backups are to be made
 */

/**
 * Reads PORT, HOST, DATA_DIR, DATABASE_URL, ANCHOR_FILE, CLIENT_HEADER, PUBLIC_URL,
 * SESSION_IDLE_HOURS, SESSION_DAYS, LOG_LEVEL, METRICS_TOKEN, DISK_MINIMUM and TIME_ZONE.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} [project]
 * @returns {Settings}
 * @throws {Refusal}
 */
export function readSettings(env, project = PROJECT) {
  const dataDir = resolve(project, env.DATA_DIR || 'data');
  const databaseFile = env.DATABASE_URL
    ? resolve(project, toPath(env.DATABASE_URL))
    : resolve(dataDir, 'plumbline.db');
  return {
    port: toPort(env.PORT || '3000'),
    host: env.HOST || '127.0.0.1',
    dataDir,
    databaseFile,
    databaseUrl: toDatabaseUrl(databaseFile),
    anchorFile: env.ANCHOR_FILE
      ? resolve(project, env.ANCHOR_FILE)
      : resolve(dataDir, 'record.anchor'),
    clientHeader: env.CLIENT_HEADER?.toLowerCase() || null,
    sessionIdleHours: toCount('SESSION_IDLE_HOURS', env.SESSION_IDLE_HOURS || '12', 720),
    sessionDays: toCount('SESSION_DAYS', env.SESSION_DAYS || '30', 365),
    publicUrl: env.PUBLIC_URL ? toOrigin(env.PUBLIC_URL) : null,
    logLevel: toLogLevel(env.LOG_LEVEL || (process.stdout.isTTY ? 'warn' : 'info')),
    metricsToken: toMetricsToken(env.METRICS_TOKEN || null),
    diskMinimum: toMegabytes(env.DISK_MINIMUM || '200') * 1024 * 1024,
    timeZone: toTimeZone(env.TIME_ZONE || Intl.DateTimeFormat().resolvedOptions().timeZone),
    backsUp: Boolean(env.BACKUP_TO),
  };
}

/**
 * An absolute path as an address that the schema engine, the driver adapter and Studio all
 * read alike. None of them decodes %20, so nothing is encoded.
 *
 * Studio splits the address at "://", so a path gets three slashes. Windows is the exception:
 * there the others would take the third slash for a part of the name before the drive.
 *
 * @param {string} file
 */
export function toDatabaseUrl(file) {
  const path = file.replaceAll('\\', '/');
  return path.startsWith('/') ? `file://${path}` : `file:${path}`;
}

/** @param {string} address */
function toPath(address) {
  const [, path] = /^file:([^?]+)/.exec(address) ?? [];
  if (!path) {
    throw new Refusal(
      `DATABASE_URL must be the address of a file, such as file:./data/plumbline.db, but is "${address}".`,
    );
  }
  const local = path.replace(/^\/\/(?=\/)/, '');
  // file:///C:/desk.db, as Windows writes it.
  return /^\/[A-Za-z]:[\\/]/.test(local) && !isAbsolute(local.slice(0, 1) + local.slice(2))
    ? local.slice(1)
    : local;
}

/** @param {string} text */
function toPort(text) {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new Refusal(`PORT must be a whole number from 0 to 65535, but is "${text}".`);
  }
  return port;
}

/**
 * @param {string} name
 * @param {string} text
 * @param {number} most
 */
function toCount(name, text, most) {
  const count = Number(text);
  if (!/^\d{1,4}$/.test(text) || count < 1 || count > most) {
    throw new Refusal(`${name} must be a whole number from 1 to ${most}, but is "${text}".`);
  }
  return count;
}

/** @param {string} text */
function toOrigin(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  // What an origin does not keep, such as a path or a password, would be lost in silence.
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new Refusal(
      `PUBLIC_URL must be the address of the desk for browsers, with http or https and without a path, such as https://desk.example, but is "${text}".`,
    );
  }
  return url.origin;
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'];

/** @param {string} text */
function toLogLevel(text) {
  if (LOG_LEVELS.includes(text)) return text;
  throw new Refusal(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, but is "${text}".`);
}

const SHORTEST_TOKEN = 16;

/** @param {string | null} token */
function toMetricsToken(token) {
  if (token === null || (token.length >= SHORTEST_TOKEN && /^[\x21-\x7e]+$/.test(token)))
    return token;
  throw new Refusal(
    `METRICS_TOKEN must be at least ${SHORTEST_TOKEN} letters, digits and signs without a space: make one with "openssl rand -hex 24".`,
  );
}

/** @param {string} text */
function toMegabytes(text) {
  if (/^\d{1,7}$/.test(text)) return Number(text);
  throw new Refusal(`DISK_MINIMUM must be a whole number of megabytes, but is "${text}".`);
}

/** @param {string} text */
function toTimeZone(text) {
  try {
    // Offsets such as "+01:00" are zones to Node as well, but summer time is unknown to them.
    if (/^[A-Za-z]/.test(text)) {
      return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
    }
  } catch {}
  throw new Refusal(`TIME_ZONE must be a name such as Europe/Berlin or UTC, but is "${text}".`);
}
