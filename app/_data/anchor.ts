import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { EVENT_COLUMNS, type EventRow, FIRST_LINK, recomputeHash } from './event-chain';

// The anchor is a file beside the database, or on another disk, with one line for each event:
// its number and its hash. Whoever rewrites the record and hashes all of it again is seen by it.

/** One event as the anchor holds it. */
export type Anchored = { readonly seq: number; readonly hash: string };

/** Where the anchor is: ANCHOR_FILE, or DATA_DIR/record.anchor; null when neither is set. */
export function anchorFile(env: Readonly<Record<string, string | undefined>>): string | null {
  if (env.ANCHOR_FILE) return env.ANCHOR_FILE;
  return env.DATA_DIR ? join(env.DATA_DIR, 'record.anchor') : null;
}

const toLine = ({ seq, hash }: Anchored) => `${seq} ${hash}\n`;

// What broke off in the middle of a line ends in no line of this form, and is no event.
const LINE = /^(\d{1,15}) ([0-9a-f]{64})$/;

function parseLine(line: string): Anchored | null {
  const [, seq, hash] = LINE.exec(line) ?? [];
  return seq && hash ? { seq: Number(seq), hash } : null;
}

const CHUNK_BYTES = 1 << 16;

/**
 * The events that an anchor holds, in the order in which they were noted. Lines that are none are
 * passed over: an event that is missing because of it is found missing.
 *
 * @param upTo  how far to read, in bytes: what is noted meanwhile comes after it
 * @param start  where to begin, in bytes
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

type Tail = { readonly last: Anchored | null; readonly endsInLine: boolean };

/** The last event that an anchor holds, and whether a new line may follow as the file ends now. */
function readTail(file: string): Tail {
  const size = anchorSize(file);
  if (!size) return { last: null, endsInLine: true };
  const handle = openSync(file, 'r');
  try {
    const tail = Buffer.alloc(Math.min(TAIL_BYTES, size));
    readSync(handle, tail, 0, tail.length, size - tail.length);
    const text = tail.toString('latin1');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    const last = whole.split('\n').map(parseLine).findLast(Boolean) ?? null;
    return { last, endsInLine: text.endsWith('\n') };
  } finally {
    closeSync(handle);
  }
}

function append(file: string, events: readonly Anchored[], endsInLine: boolean): void {
  if (events.length === 0) return;
  if (!existsSync(file)) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // One write, so that two processes never write into each other's lines.
  appendFileSync(file, (endsInLine ? '' : '\n') + events.map(toLine).join(''), { mode: 0o600 });
}

/**
 * Notes events that were just committed. What another process left unnoted before them is noted too,
 * where it follows on; a gap that does not is left for verifying to name.
 *
 * @param readBetween  the rows of the record between two numbers, both not included
 */
export function noteEvents(
  file: string,
  events: readonly Anchored[],
  readBetween: (after: number, before: number) => EventRow[],
): void {
  const [first] = events;
  if (!first) return;
  const { last, endsInLine } = readTail(file);
  const missing = first.seq - (last?.seq ?? 0) > 1;
  const between = missing ? readBetween(last?.seq ?? 0, first.seq) : [];
  const { followOn } = follow(last, between);
  append(
    file,
    [...followOn, ...events].filter(({ seq }) => seq > (last?.seq ?? 0)),
    endsInLine,
  );
}

/** The rows that follow on from what is anchored, each by its own hash, up to the first that does not. */
function follow(
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
  | { readonly kind: 'made'; readonly events: number }
  | { readonly kind: 'caughtUp'; readonly events: number }
  | { readonly kind: 'broken'; readonly seq: number; readonly events: number };

/**
 * Brings the anchor up to the record: makes it when there is none, and notes what a desk that broke
 * off between a commit and its note left out, as far as it follows on.
 *
 * @returns null when there was nothing to do
 */
export function mendAnchor(file: string, databaseFile: string): Mended | null {
  const isNew = anchorSize(file) === null;
  const { last, endsInLine } = readTail(file);
  const database = new Database(databaseFile, { readonly: true, fileMustExist: true });
  try {
    const rows = database.prepare<[number], EventRow>(
      `SELECT ${EVENT_COLUMNS} FROM "Event" WHERE "seq" >= ? ORDER BY "seq"`,
    );
    const held = last ? rows.get(last.seq) : undefined;
    // The record does not have the event that the anchor ends in: nothing may be noted after it.
    if (last && (held?.seq !== last.seq || held.hash !== last.hash)) {
      return { kind: 'broken', seq: last.seq, events: 0 };
    }
    const { followOn, broken } = follow(last, rows.iterate((last?.seq ?? 0) + 1));
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    if (isNew) appendFileSync(file, '', { mode: 0o600 });
    append(file, followOn, endsInLine);
    if (broken) return { kind: 'broken', seq: broken.seq, events: followOn.length };
    if (followOn.length === 0) return null;
    return { kind: isNew ? 'made' : 'caughtUp', events: followOn.length };
  } finally {
    database.close();
  }
}
