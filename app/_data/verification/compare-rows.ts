import { claimCode } from '#domain/claims/claim';
import { minuteOf } from '#domain/day';
import type { OutsideKind } from '#domain/record/outside-change';
import type { Sqlite } from '../database/db';
import type { Fields, Table } from '../record/fields';
import {
  type AnyEvent,
  CONTENT_SELECT,
  type ContentRow,
  toStoredEvent,
} from '../record/stored-event';
import { apply } from '../replay/apply-event';
import { type Difference, differences, type Row, valuesOf } from '../replay/columns';
import { Ledger } from '../replay/ledger';
import {
  capitalized,
  differenceInWords,
  type Names,
  namesIn,
  type Problem,
  rowInWords,
} from './problem';

// Rows against the record: the events of each group, such as a claim, are folded into what they say
// of its rows. Events and rows come in the order of the group, side by side, so that a desk of any
// size takes the memory of its largest group.

type Group = {
  /** The events of the groups, with the group as "group", in its order and then in their own. */
  readonly events: string;
  /** Those of one group, where its index cannot be seen from the above. */
  readonly eventsOfOne?: string;
  /** The rows of each table, likewise. */
  readonly rows: readonly { readonly table: Table; readonly sql: string }[];
};

const ofClaim = (table: Table, more = '') => ({
  table,
  sql: `SELECT *${more}, "claimId" AS "group" FROM "${table}" ORDER BY "claimId"`,
});

const VERSION = ', (SELECT "n" FROM "Verdict" v WHERE v."id" = "verdictId") AS "verdict"';

const own = (entity: string, table: Table, key: string): Group => ({
  events: `SELECT ${CONTENT_SELECT}, "entityId" AS "group" FROM "Event" WHERE "entity" = '${entity}'
    ORDER BY "entityId", "seq"`,
  rows: [{ table, sql: `SELECT *, "${key}" AS "group" FROM "${table}" ORDER BY "${key}"` }],
});

const GROUPS: readonly Group[] = [
  {
    events: `SELECT ${CONTENT_SELECT}, "claimId" AS "group" FROM "Event"
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
    events: `SELECT ${CONTENT_SELECT}, coalesce("documentId", "entityId") AS "group" FROM "Event"
      WHERE "entity" IN ('document', 'capture') ORDER BY "group", "seq"`,
    eventsOfOne: `SELECT ${CONTENT_SELECT}, "group" FROM (
        SELECT ${CONTENT_SELECT}, "documentId" AS "group" FROM "Event" WHERE "documentId" IS NOT NULL
        UNION ALL
        SELECT ${CONTENT_SELECT}, "entityId" AS "group" FROM "Event" WHERE "documentId" IS NULL
          AND "entity" = 'document'
        UNION ALL
        SELECT ${CONTENT_SELECT}, "entityId" AS "group" FROM "Event" WHERE "documentId" IS NULL
          AND "entity" = 'capture'
      ) WHERE "entity" IN ('document', 'capture') ORDER BY "seq"`,
    rows: [
      { table: 'Document', sql: 'SELECT *, "id" AS "group" FROM "Document" ORDER BY "id"' },
      {
        table: 'Capture',
        // All but its text, which is compared with its hash separately.
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
  own('publisher', 'Publisher', 'id'),
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

type GroupedEvent = ContentRow & Grouped;
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
    yield* compareStreams(stream<GroupedEvent>(events), tables, names);
  } finally {
    // One that cannot be read leaves the others open, and the database could not be closed.
    for (const iterator of opened) iterator.return?.();
  }
}

type TableStream = { readonly table: Table; readonly stream: Stream<StoredRow> };

function* compareStreams(
  ofGroup: Stream<GroupedEvent>,
  tables: readonly TableStream[],
  names: Names,
): Generator<Problem | Progress> {
  const lookedAt = new Set(tables.map(({ table }) => table));
  for (;;) {
    let group = ofGroup.next;
    for (const { stream } of tables) {
      const { next } = stream;
      if (next !== undefined && (group === undefined || next < group)) group = next;
    }
    if (group === undefined) return;
    const ledger = fold(ofGroup.take(group));
    const found: Found[] = [];
    for (const { table, stream } of tables) {
      if (stream.next === group) found.push({ table, rows: stream.take(group) });
    }
    const changes = compareLedger(ledger, found, { group, tables: lookedAt }, names);
    for (const change of changes) yield toProblem(change);
    yield { rows: found.length };
  }
}

function fold(events: readonly GroupedEvent[]): Ledger {
  const ledger = new Ledger();
  for (const row of events) {
    const event = toStoredEvent(row);
    apply(event, ledger);
    if (!event.isWhole) ledger.blank();
  }
  return ledger;
}

type Found = { readonly table: Table; readonly rows: readonly StoredRow[] };

/** A row that is not as the record says. */
export type OutsideChange = {
  readonly table: Table;
  readonly id: string;
  /** The claim, document or other thing that has its events. */
  readonly group: string;
  readonly kind: OutsideKind;
  /** For a changed row: its differences; for another: all its values. */
  readonly differences: readonly Difference[];
  /** The row as people call it: 'the evidence “…” on C-0001'. */
  readonly name: string;
  readonly claim: string | null;
  /** All of it, as the end of a sentence that begins with the name. */
  readonly words: string;
  /** The last event of the row. */
  readonly last: AnyEvent | null;
  /** Everything that the record says of the row. */
  readonly recorded: Fields;
};

const keyOf = (table: Table, row: Row) => String(table === 'Rating' ? row.key : row.id);

const toProblem = ({ table, id, group, name, words, claim }: OutsideChange): Problem => ({
  sentence: `${capitalized(`${name} ${words}`)}.`,
  claim,
  outside: { table, id, group },
});

/** The group of events for the rows of a table. */
const groupOf = (table: Table) =>
  GROUPS.find(({ rows }) => rows.some((each) => each.table === table));

/** What is not as the record says in one group: of a row there may be two. */
export function findOutside(db: Sqlite, table: Table, group: string): OutsideChange[] {
  const of = groupOf(table);
  if (!of) return [];
  const { events, eventsOfOne = events, rows } = of;
  const only = (sql: string) => `SELECT * FROM (${sql}) WHERE "group" = ?`;
  const ofGroup = db.prepare<[string], GroupedEvent>(only(eventsOfOne)).all(group);
  const found = rows.map(({ table: each, sql }) => ({
    table: each,
    rows: db.prepare<[string], StoredRow>(only(sql)).all(group),
  }));
  const tables = new Set(rows.map((each) => each.table));
  return [...compareLedger(fold(ofGroup), found, { group, tables }, namesIn(db))];
}

function* compareLedger(
  ledger: Ledger,
  found: readonly Found[],
  { group, tables }: { group: string; tables: ReadonlySet<Table> },
  names: Names,
): Generator<OutsideChange> {
  const claimRow = found.find(({ table }) => table === 'Claim')?.rows[0];
  const number = claimRow?.number ?? ledger.find('Claim', group)?.fields.number;
  const claim = typeof number === 'number' ? claimCode(number) : null;
  for (const { table, rows } of found) {
    for (const row of rows) {
      const id = keyOf(table, row);
      const entry = ledger.find(table, id);
      const at = { table, id, group, claim, name: rowInWords(table, id, row, claim) };
      if (!entry || entry.isGone) {
        if (!entry && !ledger.namesAll(table)) continue;
        const why = entry
          ? `according to the record it was removed (${names.event(entry.last)})`
          : 'the record has no event for it';
        const differences = valuesOf(table, row).map(([column, is]) => ({
          column,
          is,
          recorded: null,
        }));
        const words = `was added outside the desk: ${why}`;
        yield { ...at, kind: 'added', differences, words, last: entry?.last ?? null, recorded: {} };
        continue;
      }
      entry.isThere = true;
      const { last, fields: recorded } = entry;
      const changed = differences(table, row, recorded);
      if (changed.length > 0) {
        const by = `last by ${names.person(last.actorId)}, ${minuteOf(last.at, 'UTC')}, event ${last.seq}`;
        const words = `was changed outside the desk: ${changed.map(differenceInWords).join('; ')} (${by})`;
        yield { ...at, kind: 'changed', differences: changed, words, last, recorded };
      }
    }
  }
  for (const table of ledger.tables()) {
    if (!tables.has(table)) continue;
    for (const [id, { fields: recorded, isGone, isThere, last }] of ledger.all(table)) {
      if (isGone || isThere) continue;
      const lost = Object.entries(recorded).map(([column, value]) => ({
        column,
        is: null,
        recorded: value,
      }));
      yield {
        ...{
          table,
          id,
          group,
          claim,
          name: rowInWords(table, id, recorded, claim),
          last,
          recorded,
        },
        kind: 'deleted',
        differences: lost,
        words: `was deleted outside the desk: the record still has it (${names.event(last)})`,
      };
    }
  }
  if (!claimRow || !claim) return;
  for (const { words, ...difference } of repeated(claimRow, found)) {
    const entry = ledger.find('Claim', group);
    yield {
      ...{ table: 'Claim', id: group, group, claim, name: claim, kind: 'changed' },
      differences: [difference],
      words: `was changed outside the desk: ${words}`,
      last: entry?.last ?? null,
      recorded: entry?.fields ?? {},
    };
  }
}

/** What a claim repeats of its own rows for the lists: see decision 5. */
function* repeated(claim: Row, found: readonly Found[]): Generator<Difference & { words: string }> {
  const rowsOf = (table: Table) => found.flatMap((each) => (each.table === table ? each.rows : []));
  const { figureCount = null, ratingKey = null, position = null } = claim;
  const figures = rowsOf('Quantity').filter(({ evidenceId }) => evidenceId === null).length;
  if (figureCount !== figures) {
    const words = `its count of figures is ${figureCount}, but it has ${figures}`;
    yield { column: 'figureCount', is: figureCount, recorded: figures, words };
  }
  const last = rowsOf('Verdict').toSorted((a, b) => Number(b.n) - Number(a.n))[0];
  const rating = last?.ratingKey ?? null;
  if (ratingKey !== rating) {
    const words = `its rating in the list is ${ratingKey ?? 'none'}, but its verdict has ${rating ?? 'none'}`;
    yield { column: 'ratingKey', is: ratingKey, recorded: rating, words };
  }
  const place = rowsOf('Appearance').find(({ first }) => first === 1)?.start;
  if (place !== undefined && position !== place) {
    const words = `its place in the list is ${position}, but its place in the text is ${place}`;
    yield { column: 'position', is: position, recorded: place, words };
  }
}
