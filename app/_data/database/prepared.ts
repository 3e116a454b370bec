import type Database from 'better-sqlite3';

/** A connection for typed SQL. */
export type Sqlite = Database.Database;

// Lists put their SQL together from what is asked for: more forms of it than are worth keeping.
const CACHED_STATEMENTS = 200;
const statements = new WeakMap<Sqlite, Map<string, Database.Statement>>();

/**
 * A statement of a connection, prepared once, since preparing costs more than most of the queries.
 * One SQL text must always be read in one way (rows, or `pluck`), and never by `iterate`.
 */
export function preparedOn<Bind extends unknown[], Row>(
  sql: string,
  db: Sqlite,
): Database.Statement<Bind, Row> {
  const cached = statements.get(db) ?? new Map<string, Database.Statement>();
  statements.set(db, cached);
  let statement = cached.get(sql);
  if (!statement) {
    if (cached.size >= CACHED_STATEMENTS) cached.clear();
    // On its own connection Prisma has whole numbers as BigInt.
    statement = db.prepare(sql).safeIntegers(false);
    cached.set(sql, statement);
  }
  return statement as Database.Statement<Bind, Row>;
}
