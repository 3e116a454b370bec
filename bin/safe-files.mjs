import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fsyncSync,
  openSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a small file so that it is whole or as it was before, whenever the power goes, and readable
 * by the desk's own user only.
 *
 * @param {string} file
 * @param {string} text
 */
export function writeWhole(file, text) {
  const part = `${file}.part`;
  const handle = openSync(part, 'w', 0o600);
  try {
    fchmodSync(handle, 0o600);
    writeSync(handle, `${text}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(part, file);
  syncFolder(dirname(file));
}

/**
 * Makes sure that the content of a file is on the disk.
 *
 * @param {string} file
 */
export function syncFile(file) {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * A name is safe from a power cut once its folder is. Windows has no such call, and needs none.
 *
 * @param {string} folder
 */
export function syncFolder(folder) {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Copies a file so that only the desk's own user can read it, whoever may read the first.
 *
 * @param {string} from
 * @param {string} to
 */
export function copyOwn(from, to) {
  // The disk shares the bytes until one of the two changes, if it can.
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  makeOwn(to);
}

/**
 * Has a file be read and written by the desk's own user only. Windows has other means for that.
 *
 * @param {string} file
 */
export function makeOwn(file) {
  if (process.platform !== 'win32') chmodSync(file, 0o600);
}
