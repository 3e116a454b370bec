import { AsyncResource } from 'node:async_hooks';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Database from 'better-sqlite3';
import type { AnchorBreakKind } from '#domain/record-anchor';
import { foldForSearch } from '#domain/text';
import { type Prisma, PrismaClient } from '#prisma/client';
import { type Anchored, anchorFile, noteEvents } from './anchor';
import { retryWhileBusy, tellingOfBusy } from './desk-busy';
import { EVENT_COLUMNS, type EventRow } from './event-chain';
import { outsideRequests } from './outside-requests';

/** What a write may use: the write client inside its one open transaction. */
export type Tx = Prisma.TransactionClient;

type Connections = {
  /** Prisma for reading: a connection of its own, so it sees only what was committed. */
  readonly reader: PrismaClient;
  /** Plain SQLite for the lists and reports where Prisma's query engine costs more than the query. */
  readonly sqlite: Database.Database;
  readonly write: <Value>(work: (tx: Tx) => Promise<Value>) => Promise<Value>;
  /** What is to end before the database closes. */
  readonly closing: Set<() => void>;
  readonly close: () => Promise<void>;
};

// Other processes (Prisma Studio is one) may hold the write lock for a moment. better-sqlite3 waits
// synchronously and so stops everyone: wait little in SQLite, and again outside it.
const BUSY_TIMEOUT_MS = 100;

// An article of 5 MB is written in one transaction, with every claim and its event.
const TRANSACTION_TIMEOUT_MS = 120_000;

/**
 * Opens the desk's database.
 *
 * @param address  DATABASE_URL, a `file:` address
 * @throws when the file is not in WAL mode: without it, acknowledged writes can be lost while
 *   another process reads (see DECISIONS.md, 4)
 */
export function connect(address: string): Connections {
  const path = toPath(address);
  const sqlite = new Database(path, { timeout: BUSY_TIMEOUT_MS, fileMustExist: true });
  const mode = sqlite.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal') {
    throw new Error(
      `The database ${path} cannot use WAL (its mode is ${mode}): put it on a local disk.`,
    );
  }
  sqlite.pragma('query_only = ON');
  sqlite.pragma('cache_size = -65536');
  // SQLite's own lower() knows the letters of English alone.
  sqlite.function('folded', { deterministic: true }, (text) => foldForSearch(String(text ?? '')));
  const reader = new PrismaClient({
    adapter: new PrismaBetterSqlite3({ url: path, timeout: BUSY_TIMEOUT_MS }),
  });
  const writer = new PrismaClient({
    adapter: new PrismaBetterSqlite3({ url: path, timeout: BUSY_TIMEOUT_MS }),
  });

  // An acknowledged verdict survives a power cut; better-sqlite3's default in WAL does not promise it.
  const ready = writer.$queryRaw`PRAGMA synchronous = FULL`;

  // Prisma keeps its last hundred transactions, and the queue its last turn: begun within a request,
  // they would keep that request alive. The work itself is done within it.
  let last: Promise<unknown> = ready;
  const write = <Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> => {
    const ofRequest = AsyncResource.bind(work);
    const askedAt = performance.now();
    return outsideRequests(() => {
      const turn = last.then(async () => {
        const { value, events } = await inOneTransaction(writer, ofRequest, askedAt);
        const found = note(sqlite, events);
        if (found) await tellOfBreak(writer, sqlite, found);
        return value;
      });
      last = turn.catch(() => {});
      return turn;
    });
  };

  const closing = new Set<() => void>();
  return {
    reader,
    sqlite,
    write,
    closing,
    close: async () => {
      for (const end of closing) end();
      await last;
      await Promise.all([reader.$disconnect(), writer.$disconnect()]);
      sqlite.close();
    },
  };
}

/** The path in a `file:` address. */
export const toPath = (address: string) => address.replace(/^file:(?:\/\/(?=\/))?/, '');

// Next loads this file more than once: the events of a write may be told to another copy of it than
// the one whose queue the write is in.
const UNCOMMITTED = Symbol.for('plumbline.uncommitted');
const shared = globalThis as { [UNCOMMITTED]?: WeakMap<Tx, Anchored[]> };
shared[UNCOMMITTED] ??= new WeakMap();

/** The events of each write under way: the anchor has only what was committed. */
const uncommitted = shared[UNCOMMITTED];

/** Has these events noted in the anchor, if and when the write that they are in is committed. */
export function noteAfterCommit(tx: Tx, events: readonly Anchored[]): void {
  const sofar = uncommitted.get(tx) ?? [];
  for (const { seq, hash } of events) sofar.push({ seq, hash });
  uncommitted.set(tx, sofar);
}

/** How the anchor was found broken while these were noted; null when it was whole. */
function note(
  sqlite: Database.Database,
  events: readonly Anchored[],
): { readonly kind: AnchorBreakKind; readonly file: string } | null {
  const file = anchorFile(process.env);
  if (!file) return null;
  try {
    const kind = noteEvents(file, events, (after, before) =>
      sqlite
        .prepare<[number, number], EventRow>(
          `SELECT ${EVENT_COLUMNS} FROM "Event" WHERE "seq" > ? AND "seq" < ? ORDER BY "seq"`,
        )
        .all(after, before),
    );
    return kind && { kind, file };
  } catch (error) {
    // The change is committed and must not look refused. The next write, or start, notes it.
    console.error(`The record's anchor ${file} could not be written to: ${error}`);
    return null;
  }
}

/** That the anchor was broken is an event; the change on which it was found is committed already. */
async function tellOfBreak(
  writer: PrismaClient,
  sqlite: Database.Database,
  found: { readonly kind: AnchorBreakKind; readonly file: string },
): Promise<void> {
  try {
    const { writeAnchorBreak } = await import('./anchor-breaks');
    const { events } = await inOneTransaction(writer, (tx) => writeAnchorBreak(tx, found));
    note(sqlite, events);
  } catch (error) {
    console.error(
      `That the record's anchor ${found.file} was broken could not be recorded: ${error}`,
    );
  }
}

async function inOneTransaction<Value>(
  writer: PrismaClient,
  work: (tx: Tx) => Promise<Value>,
  askedAt = performance.now(),
): Promise<{ value: Value; events: readonly Anchored[] }> {
  const take = () =>
    writer.$transaction(
      async (tx) => {
        const value = await work(tx);
        return { value, events: uncommitted.get(tx) ?? [] };
      },
      { timeout: TRANSACTION_TIMEOUT_MS },
    );
  return retryWhileBusy(take, askedAt);
}

// Next may load this file once for pages and once for actions; two queues would be no queue.
const KEY = Symbol.for('plumbline.connections');
const processWide = globalThis as { [KEY]?: Connections };

function connections(): Connections {
  processWide[KEY] ??= outsideRequests(() => connect(addressFromEnvironment()));
  return processWide[KEY];
}

function addressFromEnvironment(): string {
  const address = process.env.DATABASE_URL;
  if (!address) throw new Error('DATABASE_URL is not set: start the desk with npm start.');
  return address;
}

/** The reading Prisma client. Never write with it. */
export const reader = (): PrismaClient => connections().reader;

/** A connection for typed SQL that reads. */
export type Sqlite = Database.Database;

/** The reading SQLite connection, which refuses writes. */
export const sqlite = (): Sqlite => connections().sqlite;

// Lists put their SQL together from what is asked for: more forms of it than are worth keeping.
const KEPT_STATEMENTS = 200;
const statements = new WeakMap<Sqlite, Map<string, Database.Statement>>();

/**
 * A statement of the reading connection, prepared once, since preparing costs more than most of the
 * queries. One SQL text must always be read in one way (rows, or `pluck`), and never by `iterate`.
 */
export function prepared<Bind extends unknown[], Row>(
  sql: string,
  db: Sqlite = sqlite(),
): Database.Statement<Bind, Row> {
  const kept = statements.get(db) ?? new Map<string, Database.Statement>();
  statements.set(db, kept);
  let statement = kept.get(sql);
  if (!statement) {
    if (kept.size >= KEPT_STATEMENTS) kept.clear();
    statement = db.prepare(sql);
    kept.set(sql, statement);
  }
  return statement as Database.Statement<Bind, Row>;
}

/**
 * A connection that sees the desk as it is now until it is closed, whatever is written meanwhile:
 * for a report that is read in many steps.
 */
export function openSnapshot(): Sqlite {
  const snapshot = new Database(toPath(addressFromEnvironment()), {
    readonly: true,
    timeout: BUSY_TIMEOUT_MS,
  });
  snapshot.exec('BEGIN');
  // A transaction takes its snapshot at its first read, not at BEGIN.
  snapshot.prepare('SELECT 1 FROM "Claim" LIMIT 1').get();
  return snapshot;
}

/**
 * Has something that holds on to the database, such as a snapshot, ended before it closes.
 *
 * @returns what takes that back, once it has ended by itself
 */
export function beforeClosing(end: () => void): () => void {
  const { closing } = connections();
  closing.add(end);
  return () => closing.delete(end);
}

/**
 * Runs one write, alone: all writes of the desk wait in one queue for one client, each in its own
 * transaction. With a second writer on the adapter's single connection, one request's write would
 * join another's open transaction and be rolled back with it.
 *
 * @throws whatever the work throws, after everything it wrote is rolled back; DeskBusy when another
 *   process holds the database for seconds
 */
export const write = <Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> =>
  tellingOfBusy(connections().write(work));

/** Waits for the writes under way and closes the database. */
export async function closeDatabase(): Promise<void> {
  const open = processWide[KEY];
  delete processWide[KEY];
  await open?.close();
}
