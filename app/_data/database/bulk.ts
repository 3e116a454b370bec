import { toMomentColumn } from '../chain/chain';
import { plain, type Sqlite, type Tx } from './db';
import { preparedOn } from './prepared';

export type Cell = string | number | boolean | null | Date;

const ROWS_A_STATEMENT = 1000;

type Table =
  | 'Claim'
  | 'Appearance'
  | 'Quantity'
  | 'Event'
  | 'CaptureBand'
  | 'Submission'
  | 'Approval'
  | 'Publication'
  | 'Correction'
  | 'Comment'
  | 'Notification';

/**
 * Adds many rows of one shape, inside a write. Prisma's createMany takes about two milliseconds a
 * row with its relations, which for the claims of a long article is minutes; this takes SQLite's
 * own time, since each thousand rows go in as one JSON value.
 *
 * @param table  the model's name
 * @param rows   every column that the database has no default for; moments as Date
 */
export function insertMany<Column extends string>(
  write: Tx | Sqlite,
  table: Table,
  rows: readonly Readonly<Record<Column, Cell>>[],
): void {
  insertRows(plain(write), table, rows);
}

/** The same on any connection. */
export function insertRows<Column extends string>(
  db: Sqlite,
  table: Table,
  rows: readonly Readonly<Record<Column, Cell>>[],
): void {
  const columns = Object.keys(rows[0] ?? {}) as Column[];
  const sql = `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
    SELECT ${columns.map((_, index) => `value ->> ${index}`).join(', ')} FROM json_each(?)`;
  runEach(db, sql, columns, rows);
}

function runEach<Column extends string>(
  db: Sqlite,
  sql: string,
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, Cell>>[],
): void {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const values = rows
      .slice(from, from + ROWS_A_STATEMENT)
      .map((row) => columns.map((column) => toCell(row[column])));
    preparedOn<[string], never>(sql, db).run(JSON.stringify(values));
  }
}

/** A cell as SQLite has it: moments as Prisma writes them, so that times compare as text. */
export function toCell(cell: Cell): string | number | null {
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  return cell instanceof Date ? toMomentColumn(cell) : cell;
}

/** Changes the same columns of many rows, each found by its id, inside a write; see `insertMany`. */
export function updateMany<Column extends string>(
  tx: Tx,
  table: 'Claim' | 'Appearance' | 'Quantity',
  rows: readonly Readonly<Record<Column | 'id', Cell>>[],
): void {
  const columns = Object.keys(rows[0] ?? {}) as (Column | 'id')[];
  // To set the id as well would have SQLite look for every row that names it.
  const sets = columns.flatMap((column, index) =>
    column === 'id' ? [] : [`"${column}" = "row".value ->> ${index}`],
  );
  const sql = `UPDATE "${table}" SET ${sets.join(', ')}
    FROM json_each(?) AS "row" WHERE "${table}"."id" = "row".value ->> ${columns.indexOf('id')}`;
  runEach(plain(tx), sql, columns, rows);
}
