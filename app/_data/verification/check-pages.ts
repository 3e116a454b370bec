import type { Sqlite } from '../database/db';
import { howToRestore } from '../record/stored-backups.mjs';
import type { Problem } from './problem';

// A check that hashes cannot make: whether the file of the database is whole. An overwritten page
// may be of an index, of the words for searching, or of rows that the record does not cover.

const LISTED_FAULTS = 20;

/**
 * Everything that is wrong with the pages of a database, its indexes and its word index. One statement, which takes seconds for a large desk.
 *
 * @returns whether the file is damaged, so that only a backup helps
 */
export function* checkPages(
  db: Sqlite,
  databaseFile: string,
  dataDir: string,
): Generator<Problem, boolean> {
  const faults = listFaults(db);
  if (faults.length > 0) {
    yield problem(
      `The database ${databaseFile} is damaged: stop the desk and ${howToRestore(dataDir)}.`,
    );
    for (const fault of faults) yield problem(`The database is damaged: ${fault}.`);
    return true;
  }
  return false;
}

/** Every row that points at none, in the tables that the record does not vouch for as well. */
export function* checkPointers(db: Sqlite): Generator<Problem> {
  const dangling = db.pragma('foreign_key_check') as {
    table: string;
    rowid: number;
    parent: string;
  }[];
  for (const { table, rowid, parent } of dangling.slice(0, LISTED_FAULTS)) {
    yield problem(
      `Row ${rowid} of ${table} refers to a missing row of ${parent}: it was changed outside the desk.`,
    );
  }
}

function listFaults(db: Sqlite): string[] {
  try {
    const rows = db.pragma(`integrity_check(${LISTED_FAULTS})`) as { integrity_check: string }[];
    const faults = rows
      .flatMap((row) => row.integrity_check.split('\n'))
      .filter((fault) => fault !== 'ok' && fault !== '')
      .map((fault) => fault.replace(/^\*\*\* |\s*\*\*\*$/g, ''));
    return [...faults, ...listWrongPartialIndexes(db)].slice(0, LISTED_FAULTS);
  } catch (error) {
    return [messageOf(error)];
  }
}

/** SQLite counts the entries of an index that has all rows; one of some rows it does not count. */
function listWrongPartialIndexes(db: Sqlite): string[] {
  const indexes = db
    .prepare<[], { name: string; tbl_name: string; sql: string }>(
      `SELECT "name", "tbl_name", "sql" FROM sqlite_master
        WHERE "type" = 'index' AND "sql" LIKE '% WHERE %'`,
    )
    .all();
  return indexes.flatMap(({ name, tbl_name: table, sql }) => {
    const condition = sql.slice(sql.search(/\sWHERE\s/i) + ' WHERE '.length);
    const count = (by: string) =>
      db
        .prepare<[], number>(`SELECT count(*) FROM "${table}" ${by} WHERE ${condition}`)
        .pluck()
        .get();
    const isRight = count(`INDEXED BY "${name}"`) === count('NOT INDEXED');
    return isRight ? [] : [`wrong # of entries in index ${name}`];
  });
}

/** The message for an unreadable part of the record. */
export const unreadable = (what: string, error: unknown): Problem =>
  problem(`${what} cannot be read: ${messageOf(error)}.`);

const problem = (sentence: string): Problem => ({ sentence, claim: null });

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
