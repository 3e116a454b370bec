import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Database from 'better-sqlite3';
import { foldForSearch } from '#domain/text';
import { PrismaClient } from '#prisma/client';
import { findProcessWide, processWide, setProcessWide } from '#process/process-wide';
import { outsideRequests } from './outside-requests';
import { preparedOn, type Sqlite } from './prepared';
import { openWriteQueue, type Tx, type WriteQueue } from './write-queue';

export type { Sqlite } from './prepared';
export { type FoundBreak, noteAfterCommit, plain, type Tx } from './write-queue';

type Connections = {
  /** Prisma for reading: a connection of its own, so it sees only what was committed. */
  readonly reader: PrismaClient;
  /** Plain SQLite for the lists and reports where Prisma's query engine costs more than the query. */
  readonly sqlite: Sqlite;
  readonly queue: WriteQueue;
  /** What is to end before the database closes. */
  readonly closing: Set<() => void>;
  readonly close: () => Promise<void>;
};

// Other processes (Prisma Studio is one) may have the write lock for a moment. better-sqlite3 waits
// synchronously, which stops everybody: so wait shortly in SQLite, and again outside it.
const BUSY_TIMEOUT_MS = 100;

/**
 * Opens the desk's database.
 *
 * @param address  DATABASE_URL, a `file:` address
 * @throws when the file is not in WAL mode: without it, acknowledged writes can be lost while
 *   another process reads (decision 4)
 */
function connect(address: string): Connections {
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
  // Errors come into the log, where nothing of an article may be: other formats quote the query.
  const reader = new PrismaClient({
    adapter: new PrismaBetterSqlite3({ url: path, timeout: BUSY_TIMEOUT_MS }),
    errorFormat: 'minimal',
  });
  const queue = openWriteQueue(path, sqlite, BUSY_TIMEOUT_MS);
  const closing = new Set<() => void>();
  return {
    reader,
    sqlite,
    queue,
    closing,
    close: async () => {
      for (const end of closing) end();
      await queue.close();
      await reader.$disconnect();
      sqlite.close();
    },
  };
}

/** The path in a `file:` address. */
export const toPath = (address: string) => address.replace(/^file:(?:\/\/(?=\/))?/, '');

const connections = (): Connections =>
  processWide('connections', () => outsideRequests(() => connect(addressFromEnvironment())));

function addressFromEnvironment(): string {
  const address = process.env.DATABASE_URL;
  if (!address) throw new Error('DATABASE_URL is not set: start the desk with npm start.');
  return address;
}

/** The reading Prisma client. Never write with it. */
export const reader = (): PrismaClient => connections().reader;

/** The reading SQLite connection, which refuses writes. */
export const sqlite = (): Sqlite => connections().sqlite;

/** A statement of the reading connection, or of another, prepared once: see prepared.ts. */
export const prepared = <Bind extends unknown[], Row>(sql: string, db: Sqlite = sqlite()) =>
  preparedOn<Bind, Row>(sql, db);

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
 * Ends a user of the database, such as a snapshot, before the database closes.
 *
 * @returns a function to call once it has ended by itself
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
 * @throws whatever the work throws, after everything it wrote is rolled back
 * @throws {DeskUnavailable} when the disk is full, or another program locks the database for too
 *   long
 */
export const write = <Value>(work: (tx: Tx) => Promise<Value> | Value): Promise<Value> =>
  connections().queue.write(work);

/**
 * Runs one write in the same queue without ever waiting inside it, in plain SQL: several times as fast
 * as `write`, for what many people do at the same time.
 *
 * @throws whatever the work throws, after everything it wrote is rolled back
 */
export const writeAtOnce = <Value>(work: (db: Sqlite) => Value): Promise<Value> =>
  connections().queue.writeAtOnce(work);

/**
 * The same for writes that must go on when the disk is full, in the reserve: signing in and out,
 * and events of reading.
 */
export const writeEvenWhenFull = <Value>(
  work: (tx: Tx) => Promise<Value> | Value,
): Promise<Value> => connections().queue.write(work, { evenWhenFull: true });

/** Waits for the writes under way and closes the database. */
export async function closeDatabase(): Promise<void> {
  const open: Connections | undefined = findProcessWide('connections');
  setProcessWide('connections', undefined);
  await open?.close();
}
