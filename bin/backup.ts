import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Database from 'better-sqlite3';
import { FIRST_LINK } from '#data/chain/chain';
import { closeDatabase } from '#data/database/db';
import { recordBackup } from '#data/record/backups';
import { verify } from '#data/verification/verify';
import { MANIFEST, noteBackup } from '../app/_data/record/stored-backups.mjs';
import { copyCaptures } from './copy-captures';
import { findPendingMigrations, reason } from './database.mjs';
import { copyOwn, makeOwn, syncFile, syncFolder, writeWhole } from './safe-files.mjs';
import { PROJECT, readSettings, type Settings } from './settings.mjs';
import { refuseUnready } from './unclean-stop.mjs';

type Env = Readonly<Record<string, string | undefined>>;

export type BackupOptions = {
  readonly to: string;
  /** Leaves out the secret, without which nobody signs in with two-factor codes after a restore. */
  readonly withoutSecret?: boolean | undefined;
  /** An earlier backup: captures that it has are linked, not copied again. */
  readonly earlier?: string | null;
};

/** What a backup says of itself, in backup.json. */
export type Manifest = {
  readonly program: 'plumbline';
  /** Which desk it is of: the hash of its first event. */
  readonly desk: string;
  readonly at: string;
  /** False until everything is in it. */
  readonly whole: boolean;
  readonly events?: number;
  readonly head?: string;
  readonly problems?: number;
};

/** A backup that was taken. */
export type Taken = {
  readonly place: string;
  /** What verifying it found, as sentences: none when everything in it is as the record says. */
  readonly problems: readonly string[];
  readonly sentence: string;
};

const PARTS = ['plumbline.db', 'record.anchor', 'captures', 'secret', 'secret.previous'];

/**
 * Copies the desk into a folder, whole and in one moment, also while it runs, and verifies the
 * copy: the database as one file, its anchor, the copies of the documents, and the secret. The
 * anchor comes first, so that the database has every event of the anchor. Captures come after the
 * database, so that each one that it names is there; one that came in between is there too, and
 * does no harm.
 *
 * The backup is noted in the desk's folder and is an event of its record.
 *
 * @throws Error with one sentence, when there is no desk or the folder has a backup already
 */
export async function backUp(options: BackupOptions, env: Env): Promise<Taken> {
  const settings = readSettings(env);
  if (!existsSync(settings.databaseFile)) {
    throw new Error(
      `There is no database at ${settings.databaseFile}: run npm start once, which makes it.`,
    );
  }
  refuseUnready(settings);
  const to = resolve(options.to);
  if (existsSync(join(to, 'plumbline.db')) || existsSync(join(to, MANIFEST))) {
    throw new Error(`The folder ${to} already has a backup: name another folder.`);
  }
  return noted(settings, new Date().toISOString(), () => take({ ...options, to }, settings, env));
}

/** Notes what became of a backup that was begun at a moment: in the desk's folder, and in its record. */
export async function noted(
  settings: Settings,
  at: string,
  work: () => Promise<Taken>,
): Promise<Taken> {
  let taken: Taken;
  try {
    taken = await work();
  } catch (error) {
    const reason = `The backup failed: ${explain(error)}`;
    // A disk that is full may take neither; what counts is said below.
    await quietly(() =>
      noteBackup(settings.dataDir, { at, ok: false, place: null, sentence: reason }),
    );
    await quietly(() => record(settings, { ok: false, reason }));
    throw new Error(reason, { cause: error });
  }
  const { place, sentence, problems } = taken;
  // A desk on a full disk can take neither down; the backup is there all the same.
  const unnoted = await quietly(() =>
    noteBackup(settings.dataDir, { at, ok: problems.length === 0, place, sentence }),
  );
  const unrecorded = await quietly(() =>
    record(settings, { ok: true, folder: place, problems: problems.length }),
  );
  const why = unrecorded ?? unnoted;
  return why
    ? { ...taken, sentence: `${sentence} The desk could not take it down (${why}).` }
    : taken;
}

/** @returns why it failed, in one line, or null */
async function quietly(work: () => unknown): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).trim().split('\n').at(-1) ?? '';
  }
}

async function record(
  { databaseUrl, dataDir, anchorFile }: Settings,
  what: Parameters<typeof recordBackup>[0],
): Promise<void> {
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    ANCHOR_FILE: anchorFile,
  });
  try {
    await recordBackup(what);
  } finally {
    await closeDatabase();
  }
}

/** Takes a backup into a folder that has none. What it wrote is removed when it fails. */
export async function take(
  { to, withoutSecret = false, earlier = null }: BackupOptions,
  settings: Settings,
  env: Env,
): Promise<Taken> {
  const began: Manifest = {
    program: 'plumbline',
    desk: deskOf(settings.databaseFile),
    at: new Date().toISOString(),
    whole: false,
  };
  mkdirSync(to, { recursive: true, mode: 0o700 });
  try {
    writeWhole(join(to, MANIFEST), JSON.stringify(began));
    const noSecret = withoutSecret || hasSecretOutside(settings, env);
    copyDesk(to, settings, { withoutSecret: noSecret, earlier });
    const { problems, record } = await verifyCopy(to);
    if (problems.length > 0 && earlier !== null) {
      // Links to an earlier backup are as good as that one is.
      rmSync(join(to, 'captures'), { recursive: true, force: true });
      copyCaptures(join(settings.dataDir, 'captures'), join(to, 'captures'), { synced: true });
      problems.splice(0, Number.POSITIVE_INFINITY, ...(await verifyCopy(to)).problems);
    }
    const counts = { ...record, problems: problems.length };
    writeWhole(join(to, MANIFEST), JSON.stringify({ ...began, ...counts, whole: true }));
    syncFile(join(to, 'plumbline.db'));
    syncFolder(to);
    const about = aboutSecret(to, hasSecretOutside(settings, env));
    return {
      place: to,
      problems,
      sentence: `${toSentence(to, problems, record?.events)} ${about}`,
    };
  } catch (error) {
    removeBackup(to);
    throw error;
  }
}

function copyDesk(
  to: string,
  { databaseFile, dataDir, anchorFile }: Settings,
  { withoutSecret, earlier }: { withoutSecret: boolean; earlier: string | null },
): void {
  if (existsSync(anchorFile)) copyOwn(anchorFile, join(to, 'record.anchor'));
  const secrets = readSecrets(dataDir);
  const database = new Database(databaseFile, { readonly: true, timeout: 10_000 });
  try {
    database.prepare('VACUUM INTO ?').run(join(to, 'plumbline.db'));
  } finally {
    database.close();
  }
  makeOwn(join(to, 'plumbline.db'));
  const linkFrom = earlier && join(earlier, 'captures');
  copyCaptures(join(dataDir, 'captures'), join(to, 'captures'), { linkFrom, synced: true });
  for (const name of withoutSecret ? [] : SECRETS) {
    if (existsSync(join(dataDir, name))) copyOwn(join(dataDir, name), join(to, name));
  }
  // It must open this database: in the middle of a change it might not.
  if (!isDeepStrictEqual(secrets, readSecrets(dataDir))) {
    throw new Error('the secret changed during the backup: make the backup again.');
  }
}

const SECRETS = ['secret', 'secret.previous'];

const readSecrets = (dataDir: string) =>
  SECRETS.map((name) => join(dataDir, name)).map((file) =>
    existsSync(file) ? readFileSync(file, 'utf8') : null,
  );

/** `record` is null where it is of an earlier version, as which this program cannot read it. */
type Verified = { problems: string[]; record: { events: number; head: string } | null };

/** Opens the copy and verifies it, as far as this program knows its schema. */
async function verifyCopy(to: string): Promise<Verified> {
  const databaseFile = join(to, 'plumbline.db');
  const problems: string[] = [];
  const database = new Database(databaseFile, { readonly: true });
  try {
    const integrity = database.pragma('integrity_check(1)', { simple: true });
    if (integrity !== 'ok')
      throw new Error(`the database of the backup is damaged (${integrity}).`);
  } finally {
    database.close();
  }
  const anchor = join(to, 'record.anchor');
  // A desk that was updated and not started since: its rows are not yet as this program knows them.
  if (findPendingMigrations(databaseFile, PROJECT).length > 0) {
    return { problems, record: null };
  }
  const { events, head } = await verify(
    {
      databaseFile,
      anchor,
      captures: join(to, 'captures'),
    },
    ({ sentence }) => problems.push(sentence),
  );
  return { problems, record: { events, head: head.hash } };
}

/** The hash of the first event, which no other desk has. */
export function deskOf(databaseFile: string): string {
  const database = new Database(databaseFile, { readonly: true, timeout: 10_000 });
  try {
    const first = database.prepare<[], string>('SELECT "hash" FROM "Event" WHERE "seq" = 1');
    return first.pluck().get() ?? FIRST_LINK;
  } finally {
    database.close();
  }
}

/** Removes what a backup consists of, and its folder when nothing else is in it. */
export function removeBackup(place: string): void {
  for (const part of [...PARTS, 'plumbline.db-journal', `${MANIFEST}.part`, MANIFEST]) {
    rmSync(join(place, part), { recursive: true, force: true });
  }
  if (existsSync(place) && readdirSync(place).length === 0) rmSync(place, { recursive: true });
}

/** Gives a backup its name, once it is whole. */
export function nameBackup(part: string, place: string): void {
  renameSync(part, place);
  syncFolder(dirname(place));
}

function toSentence(to: string, problems: readonly string[], events?: number): string {
  const parts = PARTS.filter((name) => existsSync(join(to, name))).join(', ');
  const verified =
    events === undefined
      ? 'The database is complete. The record is of an earlier version, and is verified during a restore.'
      : `Verified: ${events.toLocaleString('en')} events.`;
  const checked =
    problems.length === 0
      ? verified
      : `Verifying found ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}: run plumbline verify on the desk.`;
  return `The backup is in ${to}: ${parts}. ${checked}`;
}

/** A desk that runs has the secret of its file in BETTER_AUTH_SECRET as well. */
function hasSecretOutside({ dataDir }: Settings, { BETTER_AUTH_SECRET }: Env): boolean {
  const file = join(dataDir, 'secret');
  if (!BETTER_AUTH_SECRET) return false;
  return !existsSync(file) || readFileSync(file, 'utf8').trim() !== BETTER_AUTH_SECRET;
}

function aboutSecret(to: string, isOutside: boolean): string {
  if (isOutside) {
    return 'The backup has no secret, because BETTER_AUTH_SECRET sets it: keep the secret in another place, since two-factor sign-in needs it after a restore.';
  }
  return existsSync(join(to, 'secret'))
    ? 'The backup contains everything, also the secret: keep it as safe as the desk.'
    : 'The backup has no secret: keep the file “secret” of DATA_DIR in another place, since two-factor sign-in needs it after a restore.';
}

/** Why it failed, as the end of a sentence. */
function explain(error: unknown): string {
  if (!(error instanceof Error && 'code' in error)) {
    return error instanceof Error ? error.message : String(error);
  }
  return `its folder cannot be written to (${reason(error)}): make room, allow writing, or name another folder.`;
}
