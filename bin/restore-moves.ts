import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFolder, writeWhole } from './safe-files.mjs';
import type { Settings } from './settings.mjs';
import { RESTORE_PLAN } from './unclean-stop.mjs';

// The end of a restore: everything is prepared and checked beside what it replaces, and now takes its
// place by renaming. The plan is written before the first of these moves and removed after the last,
// and each move is done only where it is not done already: whenever it is interrupted, doing all of
// them again finishes it.

/** One file or folder that takes its place, or only leaves it. */
export type Move = {
  readonly target: string;
  /** What is to be there; null when nothing is. */
  readonly staged: string | null;
  /** The new place of the file that is there now. */
  readonly setAside: string;
};

export type RestorePlan = {
  readonly from: string;
  readonly moves: readonly Move[];
  /** What to say in the end. */
  readonly messages: readonly string[];
};

type Places = Pick<Settings, 'dataDir' | 'databaseFile' | 'anchorFile'>;

/** What each part of the desk is prepared as, on the same disk as its place. */
export const toStaged = (target: string) => `${target}.restoring`;

/** The places of a desk's parts. */
export const partsOf = ({ dataDir, databaseFile, anchorFile }: Places) => ({
  database: databaseFile,
  anchor: anchorFile,
  captures: join(dataDir, 'captures'),
  secret: join(dataDir, 'secret'),
  previousSecret: join(dataDir, 'secret.previous'),
});

/** The moves that put what is prepared in its place, in their order. */
export function planMoves(places: Places, time: string): Move[] {
  const { database, anchor, captures, secret, previousSecret } = partsOf(places);
  const placeAside = (target: string) =>
    join(dirname(target), `before-restore-${time}`, basename(target));
  const leave = (target: string): Move => ({ target, staged: null, setAside: placeAside(target) });
  const replace = (target: string): Move => ({ ...leave(target), staged: toStaged(target) });
  const hasSecret = existsSync(toStaged(secret));
  const hasPrevious = existsSync(toStaged(previousSecret));
  return [
    // The log goes with the database it is of, and first: never is it beside another.
    ...['-wal', '-shm', '-journal', '.running'].map((suffix) => leave(database + suffix)),
    replace(database),
    replace(anchor),
    replace(captures),
    // A desk keeps its secret where the backup has none.
    ...(hasSecret ? [replace(secret), (hasPrevious ? replace : leave)(previousSecret)] : []),
  ];
}

/** Writes the plan: from now on the restore is finished, not begun again. */
export function writePlan(dataDir: string, plan: RestorePlan): void {
  writeWhole(join(dataDir, RESTORE_PLAN), JSON.stringify(plan));
}

/** The plan of a restore that was interrupted, or null. */
export function readPlan(dataDir: string): RestorePlan | null {
  const file = join(dataDir, RESTORE_PLAN);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RestorePlan) : null;
}

/** Does what a plan says, a step at a time, and takes the plan away. */
export function* followPlan(dataDir: string, { moves }: RestorePlan): Generator<string> {
  for (const { target, staged, setAside } of moves) {
    const isDone = staged !== null && !existsSync(staged);
    if (!isDone && existsSync(target) && !existsSync(setAside)) {
      mkdirSync(dirname(setAside), { recursive: true, mode: 0o700 });
      renameSync(target, setAside);
      syncFolder(dirname(target));
      yield `kept ${target}`;
    }
    if (staged === null || isDone) continue;
    renameSync(staged, target);
    syncFolder(dirname(target));
    yield `moved ${target} into the desk`;
  }
  rmSync(join(dataDir, RESTORE_PLAN), { force: true });
}

/** The folders with the files that were there before. */
export function foldersSetAside({ moves }: RestorePlan): string[] {
  return [...new Set(moves.map(({ setAside }) => dirname(setAside)))].filter(existsSync);
}
