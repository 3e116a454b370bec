import { basename } from 'node:path';
import { listBackups, readStoredBackups } from '../app/_data/record/stored-backups.mjs';
import { PROJECT } from './settings.mjs';
import { run } from './steps.mjs';

const LONGEST_WAIT_MS = 3_600_000;
/** A disk that was full or away may be back soon. */
const AGAIN_AFTER_MS = 3_600_000;

/**
 * Has backups taken while the desk runs, each in a process of its own, so that nobody waits for it.
 *
 * @param {import('./backup-settings.mjs').BackupSettings & { dataDir: string }} settings
 * @returns {{ stop: () => Promise<void> }} stops also the one that is being taken
 */
export function keepBackups(settings) {
  const { backupTo } = settings;
  if (!backupTo) return { stop: async () => {} };
  const stopping = new AbortController();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<void>} */
  let work = Promise.resolve();
  const left = () => dueAt({ ...settings, backupTo }) - Date.now();
  const wait = () => {
    const milliseconds = Math.min(Math.max(left(), 0), LONGEST_WAIT_MS);
    timer = setTimeout(() => {
      work = act();
    }, milliseconds).unref();
  };
  const act = async () => {
    if (left() <= 0) await takeBackup(stopping.signal);
    if (!stopping.signal.aborted) wait();
  };
  wait();
  return {
    stop: async () => {
      clearTimeout(timer);
      stopping.abort();
      await work;
    },
  };
}

/** @param {AbortSignal} signal */
async function takeBackup(signal) {
  const { ok, output } = await run(
    process.execPath,
    ['--import', 'tsx', 'bin/plumbline.ts', 'backup', '--scheduled'],
    { cwd: PROJECT, signal },
  );
  if (signal.aborted) return;
  if (ok) console.log(output.trim());
  else console.error(output.trim());
}

/**
 * When the next backup is to be taken, in milliseconds since 1970.
 *
 * @param {{ backupTo: string, everyMs: number, dataDir: string }} settings
 */
export function dueAt({ backupTo, everyMs, dataDir }) {
  const newest = listBackups(backupTo).at(-1);
  const { last } = readStoredBackups(dataDir);
  return Math.max(
    newest ? timeIn(basename(newest)) + everyMs : 0,
    last && last.place === null ? Date.parse(last.at) + Math.min(everyMs, AGAIN_AFTER_MS) : 0,
  );
}

/** @param {string} name  plumbline-20261130T104500Z */
function timeIn(name) {
  const [, year, month, day, hour, minute, second] =
    /-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(name) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
