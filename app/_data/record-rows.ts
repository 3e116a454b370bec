import { claimCode } from '#domain/claim';
import type { Sqlite } from './db';
import type { EventRow } from './event-chain';
import { differences, type Row } from './record-columns';
import { type Fields, Ledger, type Table, type ToldEvent } from './record-ledger';
import {
  capitalized,
  differenceInWords,
  minuteOf,
  type Names,
  type Problem,
  rowInWords,
} from './record-problem';
import { tell } from './record-rules';

// Rows against the record: the events of each group, such as a claim, are folded into what they say
// of its rows. Events and rows come in the order of the group, side by side, so that a desk of any
// size takes the memory of its largest group.

type Group = {
  /** The events of the groups, with the group as "group", in its order and then in their own. */
  readonly events: string;
  /** The rows of each table, likewise. */
  readonly rows: readonly { readonly table: Table; readonly sql: string }[];
};

const EVENT = `"seq", "at", "actorId", "action", "entity", "entityId", "claimId", "documentId",
  "before", "after", "beforeSha256", "afterSha256", "reason"`;

const ofClaim = (table: Table, more = '') => ({
  table,
  sql: `SELECT *${more}, "claimId" AS "group" FROM "${table}" ORDER BY "claimId"`,
});

const VERSION = ', (SELECT "n" FROM "Verdict" v WHERE v."id" = "verdictId") AS "verdict"';

const own = (entity: string, table: Table, key: string): Group => ({
  events: `SELECT ${EVENT}, "entityId" AS "group" FROM "Event" WHERE "entity" = '${entity}'
    ORDER BY "entityId", "seq"`,
  rows: [{ table, sql: `SELECT *, "${key}" AS "group" FROM "${table}" ORDER BY "${key}"` }],
});

const GROUPS: readonly Group[] = [
  {
    events: `SELECT ${EVENT}, "claimId" AS "group" FROM "Event"
      WHERE "claimId" IS NOT NULL AND "entity" <> 'document' ORDER BY "claimId", "seq"`,
    rows: [
      { table: 'Claim', sql: 'SELECT *, "id" AS "group" FROM "Claim" ORDER BY "id"' },
      ofClaim('Appearance'),
      {
        table: 'Quantity',
        sql: `SELECT *, "claimId" AS "group" FROM "Quantity" WHERE "claimId" IS NOT NULL
          ORDER BY "claimId"`,
      },
      {
        table: 'Quantity',
        sql: `SELECT q.*, e."claimId" AS "group" FROM "Evidence" e
          JOIN "Quantity" q ON q."evidenceId" = e."id" ORDER BY e."claimId"`,
      },
      ofClaim('Evidence'),
      ofClaim('FigurePair'),
      ofClaim('Verdict'),
      ofClaim('Submission', VERSION),
      ofClaim('Approval', VERSION),
      ofClaim('Publication', VERSION),
      ofClaim('Correction'),
      ofClaim('Waiver'),
      ofClaim('Comment'),
    ],
  },
  {
    events: `SELECT ${EVENT}, coalesce("documentId", "entityId") AS "group" FROM "Event"
      WHERE "entity" IN ('document', 'capture') ORDER BY "group", "seq"`,
    rows: [
      { table: 'Document', sql: 'SELECT *, "id" AS "group" FROM "Document" ORDER BY "id"' },
      {
        table: 'Capture',
        // All but its text, which is held against its hash by itself.
        sql: `SELECT "id", "documentId", "n", "takenById", "method", "state", "error", "wall",
            "requestedUrl", "finalUrl", "fileName", "httpStatus", "mime", "sha256", "size",
            "textSha256", "changedFromPrevious", "takedownReason", "documentId" AS "group"
          FROM "Capture" ORDER BY "documentId", "n"`,
      },
    ],
  },
  own('user', 'User', 'id'),
  own('party', 'Party', 'id'),
  own('rating', 'Rating', 'key'),
  own('documentLink', 'DocumentLink', 'id'),
];

/** How many rows were looked at since the last time. */
export type Progress = { readonly rows: number };

/** Every row that is not as the record says, in the order of the claims; and how far it has come. */
export function* compareRows(db: Sqlite, names: Names): Generator<Problem | Progress> {
  for (const group of GROUPS) yield* compareGroup(db, group, names);
  const astray = db
    .prepare<[], { id: string; surface: string }>(
      `SELECT "id", "surface" FROM "Quantity" WHERE "claimId" IS NULL AND "evidenceId" IS NULL`,
    )
    .iterate();
  for (const { surface } of astray) {
    const sentence = `A figure “${surface}” belongs to no claim and no evidence: it was changed outside the desk.`;
    yield { sentence, claim: null };
  }
}

type Grouped = { readonly group: string };

/** One stream of rows, of which the next can be looked at before it is taken. */
class Stream<Value extends Grouped> {
  private head: Value | undefined;
  constructor(private readonly rows: Iterator<Value>) {
    this.advance();
  }
  get next(): string | undefined {
    return this.head?.group;
  }
  /** The rows of one group. */
  take(group: string): Value[] {
    const taken: Value[] = [];
    while (this.head && this.head.group === group) {
      taken.push(this.head);
      this.advance();
    }
    return taken;
  }
  private advance(): void {
    const { value, done } = this.rows.next();
    this.head = done ? undefined : value;
  }
}

type StoredEvent = EventRow & Grouped;
type StoredRow = Row & Grouped;

function* compareGroup(
  db: Sqlite,
  { events, rows }: Group,
  names: Names,
): Generator<Problem | Progress> {
  const opened: Iterator<unknown>[] = [];
  function stream<Value extends Grouped>(sql: string): Stream<Value> {
    const iterator = db.prepare<[], Value>(sql).iterate();
    opened.push(iterator);
    return new Stream(iterator);
  }
  try {
    const tables = rows.map(({ table, sql }) => ({ table, stream: stream<StoredRow>(sql) }));
    yield* compareStreams(stream<StoredEvent>(events), tables, names);
  } finally {
    // One that cannot be read leaves the others open, and the database could not be closed.
    for (const iterator of opened) iterator.return?.();
  }
}

type TableStream = { readonly table: Table; readonly stream: Stream<StoredRow> };

function* compareStreams(
  told: Stream<StoredEvent>,
  tables: readonly TableStream[],
  names: Names,
): Generator<Problem | Progress> {
  const lookedAt = new Set(tables.map(({ table }) => table));
  for (;;) {
    let group = told.next;
    for (const { stream } of tables) {
      const { next } = stream;
      if (next !== undefined && (group === undefined || next < group)) group = next;
    }
    if (group === undefined) return;
    const ledger = fold(told.take(group));
    const found: Found[] = [];
    for (const { table, stream } of tables) {
      if (stream.next === group) found.push({ table, rows: stream.take(group) });
    }
    yield* compareLedger(ledger, found, { group, tables: lookedAt }, names);
    yield { rows: found.length };
  }
}

function fold(events: readonly StoredEvent[]): Ledger {
  const ledger = new Ledger();
  for (const event of events) {
    const before = open(event.before, event.beforeSha256);
    const after = open(event.after, event.afterSha256);
    const said: ToldEvent = Object.assign(event, { before: before ?? {}, after: after ?? {} });
    tell(said, ledger);
    if (!before || !after) ledger.blank();
  }
  return ledger;
}

/** What an event says; null when it was blanked or cannot be read. */
function open(text: string | null, digest: string | null): Fields | null {
  if (text === null) return digest === null ? {} : null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Fields) : {};
  } catch {
    return null;
  }
}

type Found = { readonly table: Table; readonly rows: readonly StoredRow[] };

const keyOf = (table: Table, row: Row) => String(table === 'Rating' ? row.key : row.id);

function* compareLedger(
  ledger: Ledger,
  found: readonly Found[],
  { group, tables }: { group: string; tables: ReadonlySet<Table> },
  names: Names,
): Generator<Problem> {
  const claim = found.find(({ table }) => table === 'Claim')?.rows[0];
  const number = claim?.number ?? ledger.find('Claim', group)?.fields.number;
  const code = typeof number === 'number' ? claimCode(number) : null;
  const problem = (sentence: string): Problem => ({
    sentence: `${capitalized(sentence)}.`,
    claim: code,
  });
  for (const { table, rows } of found) {
    for (const row of rows) {
      const id = keyOf(table, row);
      const entry = ledger.find(table, id);
      if (!entry || entry.isGone) {
        if (entry || ledger.namesAll(table)) {
          const name = rowInWords(table, id, row, code);
          yield problem(
            `${name} was added outside the desk: ${entry ? `the record says that it was taken away (${names.event(entry.last)})` : 'no event tells of it'}`,
          );
        }
        continue;
      }
      entry.isThere = true;
      const changed = differences(table, row, entry.fields);
      if (changed.length > 0) {
        const { last } = entry;
        const name = rowInWords(table, id, row, code);
        yield problem(
          `${name} was changed outside the desk: ${changed.map(differenceInWords).join('; ')} (last by ${names.person(last.actorId)}, ${minuteOf(last.at)}, event ${last.seq})`,
        );
      }
    }
  }
  for (const table of ledger.tables()) {
    if (!tables.has(table)) continue;
    for (const [id, { fields, isGone, isThere, last }] of ledger.all(table)) {
      if (isGone || isThere) continue;
      const name = rowInWords(table, id, fields, code);
      yield problem(
        `${name} was deleted outside the desk: the record has it (${names.event(last)})`,
      );
    }
  }
  if (claim) for (const sentence of repeated(claim, found)) yield problem(`${code} ${sentence}`);
}

/** What a claim repeats of its own rows for the lists: see DECISIONS.md, 5. */
function* repeated(claim: Row, found: readonly Found[]): Generator<string> {
  const rowsOf = (table: Table) => found.flatMap((each) => (each.table === table ? each.rows : []));
  const changed = 'was changed outside the desk: ';
  const figures = rowsOf('Quantity').filter(({ evidenceId }) => evidenceId === null).length;
  if (claim.figureCount !== figures) {
    yield `${changed}it counts ${claim.figureCount} figures and has ${figures}`;
  }
  const rating = rowsOf('Verdict').toSorted((a, b) => Number(b.n) - Number(a.n))[0]?.ratingKey;
  if (claim.ratingKey !== (rating ?? null)) {
    yield `${changed}its list entry says ${claim.ratingKey ?? 'no rating'}, its verdict ${rating ?? 'none'}`;
  }
  const place = rowsOf('Appearance').find(({ first }) => first === 1)?.start;
  if (place !== undefined && claim.position !== place) {
    yield `${changed}it is listed at ${claim.position} of the text and stands at ${place}`;
  }
}
