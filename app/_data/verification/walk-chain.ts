import type { Json } from '#domain/canonical-json';
import { type Anchored, anchorSize, eachAnchored } from '../chain/anchor';
import {
  digest,
  EVENT_COLUMNS,
  type EventRow,
  FIRST_LINK,
  recomputeHash,
  toJsonColumn,
} from '../chain/chain';
import type { Sqlite } from '../database/db';
import { toAfter } from '../record/stored-event';
import type { Progress } from './compare-rows';
import type { Names, Problem } from './problem';

/** The end of the chain: to print, to store elsewhere, to compare with later. */
export type Head = { readonly seq: number; readonly hash: string };

/** What a walk along the chain came to. */
export type Walked = {
  readonly events: number;
  readonly blanked: number;
  readonly head: Head;
  /** Whether the anchor has every event, and no other. */
  readonly isAnchored: boolean;
};

/**
 * Walks the chain from its first event to its last: numbers without a gap, each event's own hash,
 * the hash of the one before it, and its content by its digests; and compares each with the anchor.
 *
 * @param anchor  the lines of the anchor in their order; null if its absence is reported elsewhere
 */
export function* walkChain(
  db: Sqlite,
  names: Names,
  anchor: { readonly lines: Iterator<Anchored>; readonly name: string } | null,
): Generator<Problem | Progress, Walked> {
  const rows = db
    .prepare<[], EventRow>(`SELECT ${EVENT_COLUMNS} FROM "Event" ORDER BY "seq"`)
    .iterate();
  const anchored = anchor && new AnchorReader(anchor.lines);
  const fault = (row: EventRow, what: string): Problem => ({
    sentence: `${names.event(row).replace(/^e/, 'E')}: ${what}.`,
    claim: names.claim(row.claimId),
  });
  let head: Head = { seq: 0, hash: FIRST_LINK };
  // The hashes that the next event may have for the event before it: a fault is reported once, at
  // its place.
  let links: readonly (string | null)[] = [FIRST_LINK];
  let events = 0;
  let blanked = 0;
  let takenDown: Set<number> | undefined;
  const unlike: Together = { first: null, count: 0 };
  const unnoted: Together = { first: null, count: 0 };
  let previous: EventRow | null = null;

  for (const row of rows) {
    events += 1;
    const gap = row.seq !== head.seq + 1;
    if (gap) yield gapBefore(row, previous, head.seq, names);
    const hash = recomputeHash(row);
    if (hash !== row.hash)
      yield fault(row, 'its content was changed: the hash does not match the content');
    else if (!gap && !links.includes(row.prevHash)) {
      yield fault(row, 'it does not follow the event before it');
    }
    if (isBlanked(row)) {
      blanked += 1;
      takenDown ??= findTakenDown(db);
      if (!takenDown.has(row.seq))
        yield fault(row, 'its content was blanked, but no takedown gives the reason');
    } else {
      for (const side of unlikeDigest(row)) {
        yield fault(row, `its content ${side} the change was changed`);
      }
    }
    const noted = anchored?.hashOf(row.seq);
    if (anchored && noted === null) add(unnoted, row);
    else if (noted !== undefined && noted !== row.hash && hash === row.hash) add(unlike, row);
    links = [row.hash, hash, noted ?? null];
    head = { seq: row.seq, hash: row.hash };
    previous = row;
    if (events % 100 === 0) yield { rows: 100 };
  }

  if (unlike.first) yield fault(unlike.first, unlikeAnchor(unlike.count, anchor?.name));
  if (unnoted.first) yield fault(unnoted.first, notInAnchor(unnoted.count, anchor?.name));
  const lastAnchored = anchored?.last() ?? 0;
  yield* missingAtTheEnd(db, head, lastAnchored, previous, names);
  const isAnchored =
    anchored !== null && !unlike.first && !unnoted.first && lastAnchored <= head.seq;
  return { events, blanked, head, isAnchored };
}

/** Rewriting one event means hashing every later one again: they are reported together. */
type Together = { first: EventRow | null; count: number };

function add(together: Together, row: EventRow): void {
  together.first ??= row;
  together.count += 1;
}

function unlikeAnchor(count: number, anchor: string | undefined): string {
  const later = count > 1 ? `, and ${count - 1} after it` : '';
  return `it differs from the event in the anchor ${anchor}${later}: the record was rewritten from here on`;
}

function notInAnchor(count: number, anchor: string | undefined): string {
  const more = count > 1 ? `, nor are ${count - 1} other events` : '';
  return `it is not in the anchor ${anchor}${more}: it was added outside the desk, the anchor was shortened, or the desk stopped before it noted the event; npm start adds such an event to the anchor`;
}

/** The anchor read along with the chain; lines may come a little out of order, and twice. */
class AnchorReader {
  private readonly ahead = new Map<number, string>();
  private highest = 0;
  constructor(private readonly lines: Iterator<Anchored>) {}

  /** The hash of an event, by rising numbers; null when the anchor does not have it. */
  hashOf(seq: number): string | null {
    while (!this.ahead.has(seq) && this.highest < seq + MOST_OUT_OF_ORDER) {
      const { value, done } = this.lines.next();
      if (done) break;
      if (value.seq >= seq && !this.ahead.has(value.seq)) this.ahead.set(value.seq, value.hash);
      this.highest = Math.max(this.highest, value.seq);
    }
    const hash = this.ahead.get(seq) ?? null;
    this.ahead.delete(seq);
    return hash;
  }

  /** The number of the last event that it has. */
  last(): number {
    for (let next = this.lines.next(); !next.done; next = this.lines.next()) {
      this.highest = Math.max(this.highest, next.value.seq);
    }
    return this.highest;
  }
}

const MOST_OUT_OF_ORDER = 100_000;

function gapBefore(row: EventRow, previous: EventRow | null, last: number, names: Names): Problem {
  const missing =
    row.seq - last === 2 ? `Event ${last + 1} is` : `Events ${last + 1} to ${row.seq - 1} are`;
  const after = previous ? `after ${names.event(previous)}, and ` : '';
  return {
    sentence: `${missing} missing from the record, ${after}before ${names.event(row)}.`,
    claim: null,
  };
}

const isBlanked = ({ before, after, beforeSha256, afterSha256 }: EventRow) =>
  before === null && after === null && (beforeSha256 !== null || afterSha256 !== null);

function unlikeDigest(row: EventRow): string[] {
  return [
    ...(matchesDigest(row.before, row.beforeSha256) ? [] : ['before']),
    ...(matchesDigest(row.after, row.afterSha256) ? [] : ['after']),
  ];
}

function matchesDigest(text: string | null, sha256: string | null): boolean {
  if (text === null) return sha256 === null;
  try {
    const value = JSON.parse(text) as Json;
    // To the byte: what reads alike and is written otherwise was not written by the desk.
    return toJsonColumn(value) === text && digest(value) === sha256;
  } catch {
    return false;
  }
}

/** The events that takedowns say they blanked. */
function findTakenDown(db: Sqlite): Set<number> {
  const contents = db
    .prepare<[], string>(
      `SELECT "after" FROM "Event" WHERE "action" = 'capture.takenDown' AND "after" IS NOT NULL`,
    )
    .pluck()
    .all();
  return new Set(contents.flatMap((after) => toAfter('capture.takenDown', after).blanked ?? []));
}

function* missingAtTheEnd(
  db: Sqlite,
  head: Head,
  lastAnchored: number,
  previous: EventRow | null,
  names: Names,
): Generator<Problem> {
  // SQLite itself remembers the highest number that it ever gave.
  const given =
    db
      .prepare<[], number>(`SELECT "seq" FROM sqlite_sequence WHERE "name" = 'Event'`)
      .pluck()
      .get() ?? 0;
  const last = Math.max(lastAnchored, given);
  if (last <= head.seq) return;
  const events =
    last - head.seq === 1 ? `Event ${last} is` : `Events ${head.seq + 1} to ${last} are`;
  const after = previous ? `, after ${names.event(previous)}` : '';
  const known = lastAnchored > head.seq ? 'the anchor has event' : 'the database has counted to';
  yield {
    sentence: `${events} missing at the end of the record${after}: ${known} ${last}.`,
    claim: null,
  };
}

const CATCH_UP_MS = 1_000;

/**
 * The lines of an anchor for a walk over a snapshot: everything that was noted before it, and of
 * what is noted later only what the snapshot has. A desk that runs notes an event right after it
 * commits it, so a short wait is made for the last.
 */
export async function readAnchor(
  file: string,
  sizeBefore: number,
  lastSeq: number,
): Promise<Generator<Anchored>> {
  const until = Date.now() + CATCH_UP_MS;
  while (Date.now() < until && !(await endsWith(file, lastSeq))) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return (function* () {
    yield* eachAnchored(file, sizeBefore);
    for (const line of laterThan(file, sizeBefore)) if (line.seq <= lastSeq) yield line;
  })();
}

function* laterThan(file: string, sizeBefore: number): Generator<Anchored> {
  yield* eachAnchored(file, anchorSize(file) ?? 0, sizeBefore);
}

async function endsWith(file: string, lastSeq: number): Promise<boolean> {
  const size = anchorSize(file) ?? 0;
  for (const { seq } of eachAnchored(file, size, Math.max(0, size - 4096))) {
    if (seq >= lastSeq) return true;
  }
  return false;
}
