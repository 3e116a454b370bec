import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

const SECRET = 'secret';
/** The secret before, until everything is encrypted with the present one. */
const PREVIOUS = 'secret.previous';

/**
 * The secret before the present one, or null when no change of it is under way.
 *
 * @param {string} dataDir
 */
export const readPreviousSecret = (dataDir) => read(join(dataDir, PREVIOUS));

/**
 * Makes a new secret and keeps the one before beside it, in an order that loses neither wherever it
 * is cut off. A change that was begun is taken up where it was.
 *
 * @param {string} dataDir
 * @returns {{ current: string, previous: string } | null} null when there is no secret to change
 */
export function beginRotation(dataDir) {
  const secret = read(join(dataDir, SECRET));
  if (!secret) return null;
  const previous = readPreviousSecret(dataDir);
  if (previous && previous !== secret) return { current: secret, previous };
  const current = randomBytes(32).toString('base64url');
  save(join(dataDir, PREVIOUS), secret);
  save(join(dataDir, SECRET), current);
  return { current, previous: secret };
}

/**
 * The change is carried through: the secret before opens nothing any more.
 *
 * @param {string} dataDir
 */
export const endRotation = (dataDir) => rmSync(join(dataDir, PREVIOUS), { force: true });

/**
 * Whole or not at all, and on the disk when this returns.
 *
 * @param {string} file
 * @param {string} secret
 */
function save(file, secret) {
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, `${secret}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
    throw error;
  }
}
