import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DeskUnavailable } from '#domain/unavailable';
import { processWide } from '#process/process-wide';
import { reader } from '../database/db';
import { isWriteRefusedByDisk, noRoomFor } from '../database/disk';
import { sha256 } from '../record/record-events';

/**
 * Keeps bytes under their own SHA-256, DATA_DIR/captures/ab/abcd…, once.
 *
 * Called before the row that names them is written: a file without a row is harmless, a row
 * without its file is a lost source. The file is whole or not there, whenever the power goes.
 *
 * @returns the hash, as 64 hexadecimal digits, and the length in bytes
 * @throws {DeskUnavailable} when the disk would be left with less than its minimum; nothing is left then
 */
export async function keepBytes(bytes: Uint8Array): Promise<{ sha256: string; size: number }> {
  const hash = sha256(bytes);
  const folder = join(dataDir(), 'captures', hash.slice(0, 2));
  const path = join(folder, hash);
  if (!(await isStored(path, bytes.length))) {
    const noRoom = noRoomFor(bytes.length);
    if (noRoom) throw new DeskUnavailable(noRoom);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const unfinished = join(folder, `.${randomUUID()}`);
    try {
      await writeWhole(unfinished, bytes);
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw isWriteRefusedByDisk(error) ? new DeskUnavailable('full', { cause: error }) : error;
    }
    await syncFolder(folder);
    unnamed.set(hash, Date.now());
  } else if (unnamed.has(hash)) {
    unnamed.set(hash, Date.now());
  }
  return { sha256: hash, size: bytes.length };
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The bytes that this process stored and no row names yet, with their time. */
const unnamed = processWide('unnamed', () => new Map<string, number>());

/** No form takes as long between keeping its bytes and the row that names them. */
const REFUSED_AFTER_MS = 60 * 60 * 1000;

/** Deletes stored bytes of refused saves after an hour. */
export async function removeRefused(now = Date.now()): Promise<void> {
  for (const [hash, since] of unnamed) {
    if (now - since < REFUSED_AFTER_MS) continue;
    unnamed.delete(hash);
    await removeUnnamed(hash);
  }
}

/** A file is safe from a power cut once its folder is, too. Windows has no such call, and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function isStored(path: string, size: number): Promise<boolean> {
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

/** The bytes stored under a hash, or null when there are none. */
export async function readBytes(hash: string): Promise<Uint8Array | null> {
  try {
    return await readFile(join(dataDir(), 'captures', hash.slice(0, 2), hash));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Deletes the unfinished files of a killed desk: files half written, and whole ones that no row
 * names, if a capture in work at the time explains them.
 *
 * Called at the start, before anything is stored.
 *
 * @param since  when the first of those captures was asked for; null when there were none, and then
 *   no whole file is touched: a database put back from an older copy knows less than its folder
 */
export async function removeUnfinished(since: Date | null): Promise<void> {
  const root = join(dataDir(), 'captures');
  const folders = await readdir(root, { withFileTypes: true }).catch(() => []);
  for (const folder of folders.filter((entry) => entry.isDirectory())) {
    for (const name of await readdir(join(root, folder.name))) {
      const path = join(root, folder.name, name);
      const isHalf = name.startsWith('.');
      const isLeft =
        !isHalf && since && (await stat(path)).mtime >= since && !(await isNamed(name));
      if (isHalf || isLeft) await rm(path, { force: true });
    }
  }
}

/** Deletes bytes, unless another capture or the file of some evidence has the same bytes. */
export async function removeUnnamed(hash: string): Promise<void> {
  if (await isNamed(hash)) return;
  await rm(join(dataDir(), 'captures', hash.slice(0, 2), hash), { force: true });
}

/** Whether bytes are those of a copy that was not taken down, or the file of some evidence. */
async function isNamed(hash: string): Promise<boolean> {
  const row = { sha256: hash, takedownReason: null };
  const [capture, evidence] = await Promise.all([
    reader().capture.findFirst({ where: row, select: { id: true } }),
    reader().evidence.findFirst({ where: { fileSha256: hash }, select: { id: true } }),
  ]);
  return Boolean(capture ?? evidence);
}
