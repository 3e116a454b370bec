import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from './events';

/**
 * Keeps bytes under their own SHA-256, DATA_DIR/captures/ab/abcd…, once.
 *
 * Called before the row that names them is written: a file without a row is harmless, a row
 * without its file is a lost source. The file is whole or not there, whenever the power goes.
 *
 * @returns the hash, as 64 hexadecimal digits, and the length in bytes
 */
export async function keepBytes(bytes: Uint8Array): Promise<{ sha256: string; size: number }> {
  const hash = sha256(bytes);
  const folder = join(dataDir(), 'captures', hash.slice(0, 2));
  const path = join(folder, hash);
  if (!(await isKept(path, bytes.length))) {
    await mkdir(folder, { recursive: true });
    const unfinished = join(folder, `.${randomUUID()}`);
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  }
  return { sha256: hash, size: bytes.length };
}

async function isKept(path: string, size: number): Promise<boolean> {
  try {
    return (await stat(path)).size === size;
  } catch {
    return false;
  }
}

function dataDir(): string {
  const folder = process.env.DATA_DIR;
  if (!folder) throw new Error('DATA_DIR is not set: start the desk with npm start.');
  return folder;
}
