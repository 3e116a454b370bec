import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
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
  const file = join(dataDir, 'secret');
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret) return secret;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
  }
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}
