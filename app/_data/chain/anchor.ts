import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { AnchorBreakKind } from '#domain/record/anchor';
import { processWide } from '#process/process-wide';
import { EVENT_COLUMNS, type EventRow, FIRST_LINK, recomputeHash } from './chain';

// The anchor is a file beside the database, or on another disk, with one line for each event: its
// number and its hash. It reveals a record that was rewritten and hashed again.

/** One event as the anchor has it. */
export type Anchored = { readonly seq: number; readonly hash: string };

/** The path of the anchor: ANCHOR_FILE, or DATA_DIR/record.anchor; null when neither is set. */
export function anchorFile(env: Readonly<Record<string, string | undefined>>): string | null {
  if (env.ANCHOR_FILE) return env.ANCHOR_FILE;
  return env.DATA_DIR ? join(env.DATA_DIR, 'record.anchor') : null;
}

/** An event as a line of the anchor, its end included. */
export const toAnchorLine = ({ seq, hash }: Anchored) => `${seq} ${hash}\n`;

// What broke off in the middle of a line ends in no line of this form, and is no event.
const LINE = /^(\d{1,15}) ([0-9a-f]{64})$/;

function parseLine(line: string): Anchored | null {
  const [, seq, hash] = LINE.exec(line) ?? [];
  return seq && hash ? { seq: Number(seq), hash } : null;
}

const CHUNK_BYTES = 1 << 16;

/**
 * The events of an anchor, in the order in which they were noted. Invalid lines are skipped: an
 * event that is missing because of it is found missing.
 *
 * @param upTo  the end of the reading, in bytes: events noted meanwhile come after it
 * @param start  the start of the reading, in bytes
 */
export function* eachAnchored(file: string, upTo: number, start = 0): Generator<Anchored> {
  const handle = openSync(file, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    let rest = '';
    for (let from = start; from < upTo; ) {
      const read = readSync(handle, chunk, 0, Math.min(CHUNK_BYTES, upTo - from), from);
      if (read === 0) break;
      from += read;
      const lines = (rest + chunk.toString('latin1', 0, read)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const anchored = parseLine(line);
        if (anchored) yield anchored;
      }
    }
  } finally {
    closeSync(handle);
  }
}

/** How long the anchor is, in bytes; null when there is none. */
export function anchorSize(file: string): number | null {
  if (!existsSync(file)) return null;
  const handle = openSync(file, 'r');
  try {
    return fstatSync(handle).size;
  } finally {
    closeSync(handle);
  }
}

const TAIL_BYTES = 4096;

type Tail = {
  readonly last: Anchored | null;
  /** Whether a new line may follow as the file ends now. */
  readonly endsInLine: boolean;
  /** The end of the last whole line, in bytes, and that line. */
  readonly end: number;
  readonly line: string;
};

/** How an open anchor ends. */
function readTail(handle: number): Tail {
  const { size } = fstatSync(handle);
  const text = readAt(handle, Math.max(0, size - TAIL_BYTES), Math.min(TAIL_BYTES, size));
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const lines = whole.split('\n').slice(0, -1);
  return {
    last: lines.map(parseLine).findLast(Boolean) ?? null,
    endsInLine: size === 0 || text.endsWith('\n'),
    end: size - text.length + whole.length,
    line: `${lines.at(-1) ?? ''}\n`,
  };
}

function readAt(handle: number, from: number, length: number): string {
  const bytes = Buffer.alloc(length);
  return bytes.toString('latin1', 0, readSync(handle, bytes, 0, length, from));
}

function open(file: string): number {
  if (!existsSync(file)) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // To add to and to read; one write each, so that two processes never write into each other's lines.
  return openSync(file, 'a+', 0o600);
}

const append = (handle: number, events: readonly Anchored[], endsInLine: boolean) =>
  events.length > 0 &&
  writeSync(handle, (endsInLine ? '' : '\n') + events.map(toAnchorLine).join(''));

/** How this process last left each anchor, by its file. */
const noted = processWide('anchorEnds', () => new Map<string, Pick<Tail, 'end' | 'line'>>());

/** From now on the anchor may have another end than this process wrote: it was replaced. */
export const forgetNoted = (file: string) => noted.delete(file);

/**
 * Notes events that were just committed. What another process left unnoted before them is noted too,
 * where it follows on; a gap that does not is left for verifying to name.
 *
 * @param readBetween  the rows of the record between two numbers, both not included
 * @returns how the anchor was found broken, or null
 */
export function noteEvents(
  file: string,
  events: readonly Anchored[],
  readBetween: (after: number, before: number) => EventRow[],
): AnchorBreakKind | null {
  const [first] = events;
  if (!first) return null;
  const isThere = existsSync(file);
  const handle = open(file);
  try {
    const tail = readTail(handle);
    const found = isThere
      ? findBreak(handle, tail, noted.get(file), first)
      : findAbsence(file, first);
    const lastSeq = tail.last?.seq ?? 0;
    // One that is gone is not made up for here, where everybody waits for it.
    const between = tail.last && first.seq - lastSeq > 1 ? readBetween(lastSeq, first.seq) : [];
    const { followOn } = follow(tail.last, between);
    append(
      handle,
      [...followOn, ...events].filter(({ seq }) => seq > lastSeq),
      tail.endsInLine,
    );
    const { end, line } = readTail(handle);
    noted.set(file, { end, line });
    return found;
  } finally {
    closeSync(handle);
  }
}

const findAbsence = (file: string, first: Anchored): AnchorBreakKind | null =>
  noted.has(file) || first.seq > 1 ? 'missing' : null;

/** An anchor is only ever added to, so it still has the line that this process left last. */
function findBreak(
  handle: number,
  { last }: Tail,
  before: Pick<Tail, 'end' | 'line'> | undefined,
  first: Anchored,
): AnchorBreakKind | null {
  const { size } = fstatSync(handle);
  if (size === 0) return before || first.seq > 1 ? 'emptied' : null;
  if (!before) return last ? null : 'emptied';
  if (size < before.end) return 'behind';
  const { end, line } = before;
  return readAt(handle, end - line.length, line.length) === line ? null : 'unlike';
}

/** The rows that follow on from what is anchored, each by its own hash, up to the first that does not. */
export function follow(
  last: Anchored | null,
  rows: Iterable<EventRow>,
): { followOn: Anchored[]; broken: EventRow | null } {
  const followOn: Anchored[] = [];
  let { seq, hash } = last ?? { seq: 0, hash: FIRST_LINK };
  for (const row of rows) {
    const fits = row.seq === seq + 1 && row.prevHash === hash && recomputeHash(row) === row.hash;
    if (!fits) return { followOn, broken: row };
    ({ seq, hash } = row);
    followOn.push({ seq, hash });
  }
  return { followOn, broken: null };
}

/** What was done to bring an anchor up to its record. */
export type Mended =
  | { readonly kind: 'made' | 'caughtUp'; readonly events: number }
  /** It was broken, and follows on now. */
  | { readonly kind: 'lost'; readonly found: AnchorBreakKind; readonly events: number }
  /** It has events that the record does not have: it is left unchanged. */
  | { readonly kind: 'broken'; readonly seq: number; readonly events: number };

/**
 * Brings the anchor up to the record: makes it when there is none, and notes what a desk that broke
 * off between a commit and its note left out, as far as it follows on.
 *
 * @returns null when there was nothing to do
 */
export function repairAnchor(file: string, databaseFile: string): Mended | null {
  const isThere = existsSync(file);
  const database = new Database(databaseFile, { readonly: true, fileMustExist: true });
  const handle = open(file);
  try {
    const { last, endsInLine } = readTail(handle);
    const rows = database.prepare<[number], EventRow>(
      `SELECT ${EVENT_COLUMNS} FROM "Event" WHERE "seq" >= ? ORDER BY "seq"`,
    );
    const anchoredLine = last ? rows.get(last.seq) : undefined;
    // The record does not have the event that the anchor ends in: nothing may be noted after it.
    if (last && (anchoredLine?.seq !== last.seq || anchoredLine.hash !== last.hash)) {
      return { kind: 'broken', seq: last.seq, events: 0 };
    }
    if (last && !readAt(handle, 0, 2).startsWith('1 ')) {
      return { kind: 'broken', seq: 1, events: 0 };
    }
    const isLate = last !== null && isFarBehind(database, last.seq);
    const { followOn, broken } = follow(last, rows.iterate((last?.seq ?? 0) + 1));
    append(handle, followOn, endsInLine);
    const events = followOn.length;
    if (broken) return { kind: 'broken', seq: broken.seq, events };
    if (events === 0) return null;
    if (isLate) return { kind: 'lost', found: 'behind', events };
    if (last) return { kind: 'caughtUp', events };
    return hadAnchor(database)
      ? { kind: 'lost', found: isThere ? 'emptied' : 'missing', events }
      : { kind: 'made', events };
  } finally {
    closeSync(handle);
    database.close();
  }
}

// As long as one write may take, and some: a desk that breaks off leaves out the events of one.
const ONE_WRITE_MS = 150_000;

/** Whether more is left out after an event than one write that was broken off can explain. */
function isFarBehind(database: Database.Database, seq: number): boolean {
  const at = database.prepare<[number], string>(
    `SELECT "at" FROM "Event" WHERE "seq" > ? ORDER BY "seq" LIMIT 1`,
  );
  const first = at.pluck().get(seq);
  const last = database
    .prepare<[], string>(`SELECT "at" FROM "Event" ORDER BY "seq" DESC LIMIT 1`)
    .pluck()
    .get();
  if (first === undefined || last === undefined) return false;
  return new Date(last).getTime() - new Date(first).getTime() > ONE_WRITE_MS;
}

/** The migration that came with the anchor: a desk has kept one since it was applied. */
const WITH_ANCHOR = '20261124201351_review';

/** Whether anything happened at the desk since it keeps an anchor. */
function hadAnchor(database: Database.Database): boolean {
  const history = database
    .prepare(`SELECT 1 FROM sqlite_schema WHERE "name" = '_prisma_migrations'`)
    .get();
  if (!history) return true;
  const since = database
    .prepare<[string], string>(
      `SELECT "finished_at" FROM "_prisma_migrations" WHERE "migration_name" = ?`,
    )
    .pluck()
    .get(WITH_ANCHOR);
  const last = database
    .prepare<[], string>(`SELECT "at" FROM "Event" ORDER BY "seq" DESC LIMIT 1`)
    .pluck()
    .get();
  return !since || !last || new Date(last) > new Date(since);
}
