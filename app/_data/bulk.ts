import type { Tx } from './db';

type Cell = string | number | boolean | null | Date;

const ROWS_A_STATEMENT = 1000;

/**
 * Adds many rows of one shape, inside a write. Prisma's createMany takes about two milliseconds a
 * row with its relations, which for the claims of a long article is minutes; this takes SQLite's
 * own time, since each thousand rows go in as one JSON value.
 *
 * @param table  the model's name
 * @param rows   every column that the database has no default for; moments as Date
 */
export async function insertMany<Column extends string>(
  tx: Tx,
  table: 'Claim' | 'Appearance' | 'Quantity' | 'Event' | 'CaptureBand',
  rows: readonly Readonly<Record<Column, Cell>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}) as Column[];
  const sql = `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
    SELECT ${columns.map((_, index) => `value ->> ${index}`).join(', ')} FROM json_each(?)`;
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const values = rows
      .slice(from, from + ROWS_A_STATEMENT)
      .map((row) => columns.map((column) => toCell(row[column])));
    await tx.$executeRawUnsafe(sql, JSON.stringify(values));
  }
}

/** A moment as Prisma writes it, so that times compare as text wherever they came from. */
const toCell = (cell: Cell) =>
  cell instanceof Date ? cell.toISOString().replace('Z', '+00:00') : cell;

/** Changes the same columns of many rows, each found by its id, inside a write; see `insertMany`. */
export async function updateMany<Column extends string>(
  tx: Tx,
  table: 'Claim' | 'Appearance' | 'Quantity',
  rows: readonly Readonly<Record<Column | 'id', Cell>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}) as (Column | 'id')[];
  const sets = columns.map((column, index) => `"${column}" = "row".value ->> ${index}`);
  const sql = `UPDATE "${table}" SET ${sets.join(', ')}
    FROM json_each(?) AS "row" WHERE "${table}"."id" = "row".value ->> ${columns.indexOf('id')}`;
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const values = rows
      .slice(from, from + ROWS_A_STATEMENT)
      .map((row) => columns.map((column) => toCell(row[column])));
    await tx.$executeRawUnsafe(sql, JSON.stringify(values));
  }
}
