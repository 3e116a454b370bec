import type { Span } from '#domain/texts/annotation';
import { findTables } from '#engine/tables/find-tables';

/** One cell of a table in a copy. */
export type CopyCell = Span & { readonly words: string; readonly hasFigure: boolean };
export type CopyRow = { readonly span: Span; readonly cells: readonly CopyCell[] };
/** A table in a copy, with the heads of its columns where it has some. */
export type CopyTable = {
  readonly heads: readonly CopyCell[] | null;
  readonly rows: readonly CopyRow[];
};

/** So many rows of one page are shown as tables; the text below has all. */
const MOST_ROWS = 200;

/**
 * The tables of a copy, from a place in it on.
 *
 * @param from  rows before it are left out
 */
export function tablesOf(text: string, from = 0): CopyTable[] {
  const tables: { heads: readonly CopyCell[] | null; rows: CopyRow[]; end: number }[] = [];
  const toCell = (span: Span): CopyCell => {
    const words = text.slice(span.start, span.end);
    return { ...span, words, hasFigure: /\d/.test(words) };
  };
  let shown = 0;
  for (const [start, { span, cells, heads, kind }] of findTables(text)) {
    if (kind !== 'data' || start < from) continue;
    if (shown === MOST_ROWS) break;
    shown += 1;
    const row = { span, cells: cells.map(toCell) };
    const last = tables.at(-1);
    const isNext = last && text.slice(last.end, start).trim() === '';
    if (last && isNext && last.heads?.[0]?.start === heads?.[0]?.start) {
      last.rows.push(row);
      last.end = span.end;
    } else tables.push({ heads: heads?.map(toCell) ?? null, rows: [row], end: span.end });
  }
  return tables.map(({ heads, rows }) => ({ heads, rows }));
}
