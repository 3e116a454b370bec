import { randomFillSync } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  openSync,
  statfsSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { processWide } from '#process/process-wide';

// A full disk must not lock everybody out. A file reserves some room; when the disk is full it is
// shortened step by step, and only for writes without which nobody could sign in.

const MEGABYTE = 1024 * 1024;
const RESERVE_BYTES = 16 * MEGABYTE;
const STEP_BYTES = MEGABYTE;
/** Below this, as settings say where they say nothing. */
const MINIMUM_MEGABYTES = 200;

/** How the disk of the desk is: under its minimum it takes nothing large, and full nothing at all. */
export type DiskState = 'roomy' | 'low' | 'full';

const disk = processWide('disk', () => ({ isFull: false }));

const folder = () => process.env.DATA_DIR ?? null;
const reserveFile = (dataDir: string) => join(dataDir, 'reserve');
const minimum = () => Number(process.env.DISK_MINIMUM || MINIMUM_MEGABYTES) * MEGABYTE;

function freeBytes(): number {
  const dataDir = folder();
  if (dataDir === null) return Number.POSITIVE_INFINITY;
  try {
    const { bavail, bsize } = statfsSync(dataDir);
    return bavail * bsize;
  } catch {
    // A file system without this figure: it is noticed when it is full.
    return Number.POSITIVE_INFINITY;
  }
}

/** How the disk is now; room that was made since it was full is noticed here. */
export function diskState(): DiskState {
  if (disk.isFull) keepReserve();
  if (disk.isFull) return 'full';
  return freeBytes() < minimum() ? 'low' : 'roomy';
}

/**
 * Why this many more bytes may not be stored: the disk has to keep its minimum. Null when they may.
 */
export function noRoomFor(bytes: number): 'low' | 'full' | null {
  const free = freeBytes();
  if (diskState() === 'full' || free < bytes) return 'full';
  return free - bytes < minimum() ? 'low' : null;
}

/** Remembers that the disk was found full: until there is room again, only its reserve is written to. */
export function noteFull(): void {
  disk.isFull = true;
}

/**
 * Gives up a part of the reserve, so that a write which the disk had no room for can be made.
 *
 * @returns false when none is left
 */
export function giveUpReserve(): boolean {
  noteFull();
  const dataDir = folder();
  if (dataDir === null) return false;
  try {
    const file = reserveFile(dataDir);
    const { size } = statSync(file);
    if (size === 0) return false;
    truncateSync(file, Math.max(0, size - STEP_BYTES));
    return true;
  } catch {
    return false;
  }
}

/** Reserves room if the disk has twice as much; and restores the reserve once there is room. */
export function keepReserve(): void {
  const dataDir = folder();
  if (dataDir !== null) disk.isFull = !fillReserve(reserveFile(dataDir));
}

function fillReserve(file: string): boolean {
  try {
    const handle = openSync(file, 'a', 0o600);
    try {
      const missing = RESERVE_BYTES - fstatSync(handle).size;
      if (missing <= 0) return true;
      if (freeBytes() < missing + RESERVE_BYTES) return false;
      // Zeros would take no room where the file system compresses.
      writeSync(handle, randomFillSync(Buffer.alloc(missing)));
      return true;
    } finally {
      closeSync(handle);
    }
  } catch {
    return false;
  }
}

/** Whether an error says that the disk has no room: of Node, of SQLite, or of Prisma about SQLite. */
export function isWriteRefusedByDisk(error: unknown): boolean {
  const text = error instanceof Error ? `${error.message} ${JSON.stringify(error)}` : '';
  if (/SQLITE_FULL|database or disk is full|ENOSPC|EDQUOT/.test(text)) return true;
  // What SQLite keeps beside the database fails so where there is no room for it.
  return /SQLITE_IOERR|disk I\/O error/.test(text) && freeBytes() < STEP_BYTES;
}
