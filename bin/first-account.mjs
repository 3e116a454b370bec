import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/**
 * As long as nobody has an account: a new one-time token for the set-up link, of which the
 * database keeps only the SHA-256. The one from the last start stops working.
 *
 * @param {string} databaseFile
 * @returns {string | null} null when there is an account
 */
export function renewSetUpToken(databaseFile) {
  const database = new Database(databaseFile, { fileMustExist: true, timeout: 2_000 });
  try {
    if (database.prepare('SELECT 1 FROM "User" LIMIT 1').get()) return null;
    const token = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(token).digest('hex');
    saveSetting(database, 'setUpTokenHash', hash);
    return token;
  } finally {
    database.close();
  }
}

/**
 * @param {import('better-sqlite3').Database} database
 * @param {string} key
 * @param {unknown} value
 */
export function saveSetting(database, key, value) {
  database
    .prepare(
      `INSERT INTO "Setting" (key, value, updatedAt) VALUES (?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, updatedAt = excluded.updatedAt`,
    )
    // Times as Prisma writes them.
    .run(key, JSON.stringify(value), new Date().toISOString().replace('Z', '+00:00'));
}

/**
 * The secret that signs sessions: made at the first start, and readable by the desk's user only.
 *
 * @param {string} dataDir
 * @returns {string}
 */
export function readSecret(dataDir) {
  const known = findSecret(dataDir);
  if (known) return known;
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(join(dataDir, 'secret'), `${secret}\n`, { mode: 0o600 });
  return secret;
}

/**
 * A sentence that says that the secret for two-factor codes was lost. The desk's next backups have
 * a new one, and in time no backup has the old one.
 *
 * @param {Pick<import('./settings.mjs').Settings, 'dataDir' | 'databaseFile'>} settings
 * @returns {string | null} null when nothing is lost
 */
export function explainLostSecret({ dataDir, databaseFile }) {
  if (findSecret(dataDir) || !existsSync(databaseFile)) return null;
  const database = new Database(databaseFile, { readonly: true, timeout: 2_000 });
  try {
    const people = Number(database.prepare('SELECT count(*) FROM "TwoFactor"').pluck().get());
    if (people === 0) return null;
    return `WARNING: ${join(dataDir, 'secret')} is missing or empty, and ${people === 1 ? 'one person signs' : `${people} people sign`} in with two-factor codes that need it: stop the desk and restore the file from a backup, or turn off the two-factor sign-in of these people with npm run -s plumbline -- two-factor-off.`;
  } catch {
    // A desk of before two-factor sign-in.
    return null;
  } finally {
    database.close();
  }
}

/** @param {string} dataDir */
function findSecret(dataDir) {
  try {
    return readFileSync(join(dataDir, 'secret'), 'utf8').trim() || null;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
    return null;
  }
}
