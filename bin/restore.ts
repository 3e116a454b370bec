import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { forgetNoted, repairAnchor } from '#data/chain/anchor';
import { closeDatabase } from '#data/database/db';
import { recordAnchorBreak } from '#data/record/anchor-breaks';
import { recordRestore } from '#data/record/backups';
import { verify } from '#data/verification/verify';
import { type AnchorBreakKind, anchorBreakInWords } from '#domain/record/anchor';
import { MANIFEST } from '../app/_data/record/stored-backups.mjs';
import { copyCaptures } from './copy-captures';
import {
  findPendingMigrations,
  lockDesk,
  migrateCopy,
  openAlone,
  prepareFolders,
} from './database.mjs';
import { Refusal } from './refusal.mjs';
import {
  foldersSetAside,
  followPlan,
  partsOf,
  planMoves,
  readPlan,
  toStaged,
  writePlan,
} from './restore-moves';
import { copyOwn, syncFile } from './safe-files.mjs';
import { PROJECT, readSettings, type Settings, toDatabaseUrl } from './settings.mjs';
import { refuseUnready } from './unclean-stop.mjs';

type Env = Readonly<Record<string, string | undefined>>;

export type RestoreOptions = {
  /** The folder of a backup. */
  readonly from: string;
  /** Restores also a backup in which something is not as its record says. */
  readonly anyway?: boolean | undefined;
};

const SUFFIXES = ['', '-wal', '-shm', '-journal'];

/**
 * Puts a backup in the place of the desk. It is copied beside what is there, migrated and verified
 * before anything is touched; what is there is moved aside, never removed. Interrupted at any moment,
 * it leaves the desk as it was, or is finished when it is run again.
 *
 * @param say  gets what is done, a line at a time
 * @throws Error with one sentence: the desk runs, there is no backup, or it is damaged
 */
export async function restoreDesk(
  options: RestoreOptions,
  env: Env,
  say: (line: string) => void,
): Promise<void> {
  const settings = readSettings(env);
  prepareFolders(settings);
  const unlock = lockDesk(settings);
  try {
    const plan = readPlan(settings.dataDir);
    if (plan) {
      const asked = resolve(options.from);
      const another = asked === plan.from ? '' : `; to restore ${asked}, run this again`;
      say(`A restore from ${plan.from} was interrupted, and is now finished${another}.`);
      return finish(settings, say);
    }
    await prepare(settings, options, env, say);
    finish(settings, say);
  } finally {
    unlock();
  }
}

/**
 * Copies the backup beside the desk, brings it up to this program, verifies it, and writes the plan.
 *
 * @throws Error with one sentence; the desk is as it was
 */
export async function prepare(
  settings: Settings,
  { from: named, anyway = false }: RestoreOptions,
  env: Env,
  say: (line: string) => void,
): Promise<void> {
  const from = resolve(named);
  const backup = join(from, 'plumbline.db');
  if (!existsSync(backup)) {
    throw new Refusal(`There is no backup in ${from}: name the folder that contains plumbline.db.`);
  }
  if (resolve(settings.databaseFile) === backup) {
    throw new Refusal(`${from} is the desk itself: name the folder of a backup.`);
  }
  refuseUnready({ dataDir: from, databaseFile: backup });
  const parts = partsOf(settings);
  const staged = {
    database: toStaged(parts.database),
    anchor: toStaged(parts.anchor),
    captures: toStaged(parts.captures),
  };
  discard(settings);
  mkdirSync(dirname(parts.anchor), { recursive: true, mode: 0o700 });
  try {
    say(`Copying ${from}`);
    copyDatabase(backup, staged.database);
    copyIfThere(join(from, 'record.anchor'), staged.anchor);
    mkdirSync(staged.captures, { mode: 0o700 });
    copyCaptures(join(from, 'captures'), staged.captures, { synced: true });
    copyIfThere(join(from, 'secret'), toStaged(parts.secret));
    copyIfThere(join(from, 'secret.previous'), toStaged(parts.previousSecret));

    say('Verifying the backup');
    const [first] = findPendingMigrations(staged.database, PROJECT);
    if (first) {
      await migrateCopy(staged.database, first, join(settings.dataDir, 'migration.log'), PROJECT);
    }
    const mended = repairAnchor(staged.anchor, staged.database);
    const at = dayOfBackup(from, staged.database);
    const verified = await verify(
      { databaseFile: staged.database, anchor: staged.anchor, captures: staged.captures },
      ({ sentence }) => say(sentence),
    );
    if (verified.damaged || (verified.problems > 0 && !anyway)) {
      throw new Refusal(
        verified.damaged
          ? `The backup in ${from} is damaged, and nothing was changed: name another backup.`
          : `The backup in ${from} differs from its record (see above), and nothing was changed: name another backup, or add --anyway to restore this backup.`,
      );
    }
    const counts = `${many(countArticles(staged.database), 'article')}, ${many(verified.claims, 'claim')}, ${many(verified.events, 'event')}`;
    const { seq, hash } = verified.head;
    await note(staged, async () => {
      // A backup without a whole anchor has to be acknowledged, like a desk without one.
      if (mended?.kind === 'lost') {
        await recordAnchorBreak({ kind: mended.found, file: settings.anchorFile });
      }
      await recordRestore({ folder: from, takenAt: at, events: seq, head: hash });
    });
    syncFile(staged.database);
    syncFile(staged.anchor);
    refuseOpenElsewhere(settings);
    const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
    writePlan(settings.dataDir, {
      from,
      moves: planMoves(settings, time),
      messages: [
        `Restored from ${from}, a backup of ${minuteOf(at)}: ${counts}. Head: ${seq} ${hash}`,
        ...(mended?.kind === 'lost' ? [aboutAnchor(mended.found)] : []),
        ...aboutSecret(staged.database, existsSync(toStaged(parts.secret)), env),
      ],
    });
  } catch (error) {
    discard(settings);
    throw toSentence(error, settings);
  }
}

/** Puts everything in its place, and says so. */
function finish(settings: Settings, say: (line: string) => void): void {
  const plan = readPlan(settings.dataDir);
  if (!plan) return;
  for (const _ of followPlan(settings.dataDir, plan));
  for (const line of plan.messages) say(line);
  const setAside = foldersSetAside(plan);
  if (setAside.length > 0) {
    say(
      `The earlier desk is now in ${setAside.join(' and ')}: remove it when you no longer need it.`,
    );
  }
  say('Start the desk with npm start.');
}

/** Takes away what a restore that broke off has prepared. */
function discard(settings: Settings): void {
  const { database, ...others } = partsOf(settings);
  for (const suffix of SUFFIXES) rmSync(toStaged(database) + suffix, { force: true });
  for (const part of Object.values(others)) {
    rmSync(toStaged(part), { recursive: true, force: true });
  }
}

/** Another program would go on writing into what is moved aside, and remove the log of what replaces it. */
function refuseOpenElsewhere(settings: Settings): void {
  try {
    // Not opened where a log that is not of this database would be played into it.
    refuseUnready(settings);
    openAlone(settings.databaseFile, 'is to be replaced').close();
  } catch (error) {
    if (error instanceof Refusal && error.message.includes('is open in another program'))
      throw error;
    // Not there, or damaged: nobody works with it.
  }
}

/** A database that was copied from a desk that had stopped may have its log beside it. */
function copyDatabase(from: string, to: string): void {
  copyOwn(from, to);
  copyIfThere(`${from}-wal`, `${to}-wal`);
  closeIntoOneFile(to);
}

function closeIntoOneFile(file: string): void {
  try {
    const database = new Database(file, { fileMustExist: true });
    try {
      database.pragma('journal_mode = DELETE');
    } finally {
      database.close();
    }
  } catch (error) {
    throw new Refusal(
      `The database of the backup cannot be read (${error instanceof Error ? error.message : error}), and nothing was changed: name another backup.`,
    );
  }
}

function copyIfThere(from: string, to: string): void {
  if (existsSync(from)) copyOwn(from, to);
}

/** Writes into the record of the desk that is restored, and its anchor. */
async function note(
  staged: { database: string; anchor: string },
  work: () => Promise<void>,
): Promise<void> {
  const { DATABASE_URL, ANCHOR_FILE } = process.env;
  Object.assign(process.env, {
    DATABASE_URL: toDatabaseUrl(staged.database),
    ANCHOR_FILE: staged.anchor,
  });
  try {
    forgetNoted(staged.anchor);
    await work();
  } finally {
    await closeDatabase();
    Object.assign(process.env, {
      DATABASE_URL: DATABASE_URL ?? '',
      ANCHOR_FILE: ANCHOR_FILE ?? '',
    });
  }
  closeIntoOneFile(staged.database);
}

/** When the backup was taken: as it says itself, or when its database was last written. */
function dayOfBackup(from: string, database: string): string {
  try {
    const { at } = JSON.parse(readFileSync(join(from, MANIFEST), 'utf8'));
    if (typeof at === 'string') return at;
  } catch {
    // One of an earlier Plumbline, or a copy made by hand.
  }
  const last = lookInto<string>(database, 'SELECT "at" FROM "Event" ORDER BY "seq" DESC LIMIT 1');
  return last ?? statSync(join(from, 'plumbline.db')).mtime.toISOString();
}

const countArticles = (database: string) =>
  lookInto<number>(database, 'SELECT count(*) FROM "Document" WHERE "underCheck"') ?? 0;

function lookInto<Value>(database: string, sql: string): Value | undefined {
  const opened = new Database(database, { readonly: true });
  try {
    return opened.prepare<[], Value>(sql).pluck().get();
  } finally {
    opened.close();
  }
}

const aboutAnchor = (found: AnchorBreakKind) =>
  `WARNING: the anchor of the backup ${anchorBreakInWords(found)}: an administrator must acknowledge the break on the page Record. Until then, every verification reports the break.`;

function aboutSecret(database: string, hasSecret: boolean, env: Env): string[] {
  const withCodes = lookInto<number>(database, 'SELECT count(*) FROM "TwoFactor"') ?? 0;
  if (withCodes === 0) return [];
  const people = `${many(withCodes, 'person signs', 'people sign')} in with two-factor codes`;
  if (env.BETTER_AUTH_SECRET) {
    return [`${people}: set BETTER_AUTH_SECRET to its value at the time of the backup.`];
  }
  return hasSecret
    ? []
    : [
        `${people}, and the backup has no secret: copy the file “secret” of the earlier desk into DATA_DIR, or set BETTER_AUTH_SECRET to its earlier value.`,
      ];
}

function toSentence(error: unknown, { dataDir }: Settings): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOSPC' || code === 'SQLITE_FULL'
    ? new Refusal(
        `The disk has no room for the backup beside the files in ${dataDir}, and nothing was changed: make room and run the command again.`,
      )
    : error;
}

const many = (count: number, one: string, more = `${one}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : more}`;

const minuteOf = (at: string) => {
  const moment = new Date(at);
  return `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
};
