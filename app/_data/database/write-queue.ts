import { AsyncResource } from 'node:async_hooks';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type Database from 'better-sqlite3';
import type { AnchorBreakKind } from '#domain/record/anchor';
import { DeskUnavailable } from '#domain/unavailable';
import { type Prisma, PrismaClient } from '#prisma/client';
import { processWide } from '#process/process-wide';
import { type Anchored, anchorFile, noteEvents } from '../chain/anchor';
import { EVENT_COLUMNS, type EventRow } from '../chain/chain';
import { diskState, giveUpReserve, isWriteRefusedByDisk, noteFull } from './disk';
import { beginWaiting } from './operation';
import { outsideRequests } from './outside-requests';
import { preparedOn, type Sqlite } from './prepared';

/** What a write may use: the write client inside its one open transaction. */
export type Tx = Prisma.TransactionClient;

// An article of 5 MB is written in one transaction, with every claim and its event.
const TRANSACTION_TIMEOUT_MS = 120_000;

/**
 * Adds the event of an anchor that was found broken, where there is to be one, in a write of its own.
 *
 * @returns the events that were added
 */
export type ReportBreak = (db: Sqlite, found: FoundBreak) => readonly Anchored[];

/** How the anchor was found broken, and its file. */
export type FoundBreak = { readonly kind: AnchorBreakKind; readonly file: string };

/** A write under way: Prisma's transaction, where there is one, is on the same connection. */
type Writing = {
  readonly db: Sqlite;
  readonly events: Anchored[];
  reportBreak: ReportBreak | null;
};

/** The writes under way, each by its Prisma transaction and by its connection. */
const writing = processWide('writing', () => new WeakMap<object, Writing>());

/** The connection that a write is on, for plain SQL inside it. */
export const plain = (write: Tx | Sqlite): Sqlite => of(write).db;

/**
 * Has these events noted in the anchor, if and when the write that they are in is committed.
 *
 * @param reportBreak  used where the anchor is then found broken
 */
export function noteAfterCommit(
  write: Tx | Sqlite,
  events: readonly Anchored[],
  reportBreak: ReportBreak,
): void {
  const under = of(write);
  // The anchor has only what was committed.
  for (const { seq, hash } of events) under.events.push({ seq, hash });
  under.reportBreak = reportBreak;
}

function of(write: Tx | Sqlite): Writing {
  const found = writing.get(write);
  if (!found) throw new Error('This is no write under way.');
  return found;
}

/**
 * How long a save is tried while another program locks the database, from the time of the request.
 */
const PATIENCE_MS = 8_000;
const REST_MS = 100;

/** `evenWhenFull`: the write may use the reserve on a full disk. */
type Urgency = { readonly evenWhenFull: boolean };

const USUAL: Urgency = { evenWhenFull: false };

export type WriteQueue = {
  readonly write: <Value>(
    work: (tx: Tx) => Promise<Value> | Value,
    urgency?: Urgency,
  ) => Promise<Value>;
  readonly writeAtOnce: <Value>(work: (db: Sqlite) => Value) => Promise<Value>;
  readonly close: () => Promise<void>;
};

/**
 * The one queue of all writes, on one connection for Prisma and for plain SQL.
 *
 * @param path  of the database
 * @param sqlite  the connection that reads
 * @param timeout  how long SQLite itself waits for another process, in milliseconds
 */
export function openWriteQueue(path: string, sqlite: Sqlite, timeout: number): WriteQueue {
  const factory = new PrismaBetterSqlite3({ url: path, timeout });
  const adapter = factory.connect();
  const { provider, adapterName } = factory;
  const writer = new PrismaClient({
    adapter: { provider, adapterName, connect: () => adapter },
    // Errors come into the log, where nothing of an article may be: other formats quote the query.
    errorFormat: 'minimal',
  });
  const ready = adapter.then((opened) => {
    const db = connectionOf(opened);
    // An acknowledged verdict survives a power cut; better-sqlite3's default in WAL does not promise it.
    db.pragma('synchronous = FULL');
    return db;
  });

  // Prisma keeps its last hundred transactions, and the queue its last turn: begun within a request,
  // they would keep that request alive. The work itself is done within it.
  let last: Promise<unknown> = ready;
  const inTurn = <Value>(
    take: (db: Sqlite) => Promise<Written<Value>>,
    urgency: Urgency,
  ): Promise<Value> => {
    const endWaiting = beginWaiting('writes');
    const askedAt = performance.now();
    return outsideRequests(() => {
      const turn = last.then(async () => {
        endWaiting();
        const db = await ready;
        const { value, events, reportBreak } = await doWrite(() => take(db), urgency, askedAt);
        const found = note(sqlite, events);
        if (found && reportBreak) await recordBreak(db, sqlite, found, reportBreak);
        return value;
      });
      last = turn.catch(() => {});
      return turn;
    });
  };

  return {
    write: (work, urgency = USUAL) => {
      const ofRequest = AsyncResource.bind(work);
      return inTurn((db) => inPrismaTransaction(writer, db, ofRequest), urgency);
    },
    writeAtOnce: (work) => {
      const ofRequest = AsyncResource.bind(work);
      return inTurn(async (db) => inPlainTransaction(db, ofRequest), USUAL);
    },
    close: async () => {
      await last;
      await writer.$disconnect();
    },
  };
}

/** Prisma's adapter does not say which connection it has opened, and two would wait for each other. */
function connectionOf(adapter: object): Sqlite {
  const client = Reflect.get(adapter, 'client') as Database.Database | undefined;
  if (typeof client?.pragma !== 'function') {
    throw new Error('This version of Prisma keeps its SQLite connection in another place.');
  }
  return client;
}

type Written<Value> = Omit<Writing, 'db'> & { readonly value: Value };

function inPrismaTransaction<Value>(
  writer: PrismaClient,
  db: Sqlite,
  work: (tx: Tx) => Promise<Value> | Value,
): Promise<Written<Value>> {
  return writer.$transaction(
    async (tx) => {
      const under: Writing = { db, events: [], reportBreak: null };
      writing.set(tx, under);
      const value = await work(tx);
      return { ...under, value };
    },
    { timeout: TRANSACTION_TIMEOUT_MS },
  );
}

function inPlainTransaction<Value>(db: Sqlite, work: (db: Sqlite) => Value): Written<Value> {
  const under: Writing = { db, events: [], reportBreak: null };
  preparedOn('BEGIN IMMEDIATE', db).run();
  try {
    writing.set(db, under);
    const value = work(db);
    preparedOn('COMMIT', db).run();
    return { ...under, value };
  } finally {
    writing.delete(db);
    if (db.inTransaction) preparedOn('ROLLBACK', db).run();
  }
}

/**
 * Tries again while another program locks the database and, for writes that must go on, in the
 * reserve of a full disk.
 *
 * @param askedAt  the time of the request, by performance.now(): the wait in the queue counts
 * @param patienceMs  for how long it is tried while another program locks the database
 * @throws {DeskUnavailable} when the database is locked for longer than that, or there is no room
 */
export async function doWrite<Value>(
  take: () => Promise<Value>,
  { evenWhenFull }: Urgency = USUAL,
  askedAt = performance.now(),
  patienceMs = PATIENCE_MS,
): Promise<Value> {
  if (!evenWhenFull && diskState() === 'full') throw new DeskUnavailable('full');
  for (;;) {
    try {
      return await take();
    } catch (error) {
      if (isWriteRefusedByDisk(error)) {
        if (evenWhenFull && giveUpReserve()) continue;
        noteFull();
        throw new DeskUnavailable('full', { cause: error });
      }
      if (!isBusy(error)) throw error;
      if (performance.now() - askedAt > patienceMs) {
        throw new DeskUnavailable('busy', { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, REST_MS * (1 + Math.random())));
    }
  }
}

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const text = `${error.message} ${JSON.stringify(error)}`;
  return /SQLITE_BUSY|database is locked|SocketTimeout|P1008/.test(text);
}

/** Notes events in the anchor. @returns how it was found broken meanwhile; null when it was whole */
function note(sqlite: Sqlite, events: readonly Anchored[]): FoundBreak | null {
  const file = anchorFile(process.env);
  if (!file) return null;
  try {
    const kind = noteEvents(file, events, (after, before) =>
      preparedOn<[number, number], EventRow>(
        `SELECT ${EVENT_COLUMNS} FROM "Event" WHERE "seq" > ? AND "seq" < ? ORDER BY "seq"`,
        sqlite,
      ).all(after, before),
    );
    return kind && { kind, file };
  } catch (error) {
    if (isWriteRefusedByDisk(error) && giveUpReserve()) return note(sqlite, events);
    // The change is committed and must not look refused. The next write, or start, notes it.
    console.error(`The record's anchor ${file} could not be written to: ${error}`);
    return null;
  }
}

/** That the anchor was broken is an event; the change on which it was found is committed already. */
async function recordBreak(
  db: Sqlite,
  sqlite: Sqlite,
  found: FoundBreak,
  reportBreak: ReportBreak,
): Promise<void> {
  try {
    const { value } = await doWrite(
      async () => inPlainTransaction(db, () => reportBreak(db, found)),
      { evenWhenFull: true },
    );
    note(sqlite, value);
  } catch (error) {
    console.error(
      `That the record's anchor ${found.file} was broken could not be recorded: ${error}`,
    );
  }
}
