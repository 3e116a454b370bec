import type { ReadFigure } from '#domain/claims/reading';
import type { QuotePlace } from '#domain/quotes/find-quote';
import type { Span } from '#domain/texts/annotation';
import { extract } from '#engine/extract';
import { findTables, type TableRow } from '#engine/tables/find-tables';

/** A quote with its place in the text of its source. */
type PlacedQuote = {
  readonly quote: string;
  /** Null where the text is not here yet. */
  readonly find: QuotePlace | null;
  /** Of the source; null where it is not here. */
  readonly text: string | null;
  readonly publishedOn: string | null;
  /** Where the cells begin that a person picked in a table; none: every figure is read. */
  readonly cells?: readonly number[];
};

/**
 * The figures in a quote, placed in the source's text where the quote was found in it. Those of a row of a
 * table are read with the heads of its columns.
 */
export function readFiguresIn(placed: PlacedQuote): ReadFigure[] {
  const { quote, find, text, publishedOn, cells = [] } = placed;
  const place = find?.found === 'exact' ? find : null;
  const rows = place && text !== null ? rowsOf(text, place) : null;
  if (place && text !== null && rows) {
    const figures = rows
      .flatMap((row) => readRow(text, row, publishedOn))
      .filter(({ start, end }) => start < place.end && end > place.start);
    const picked = rows.flatMap((row) => row.cells.filter(({ start }) => cells.includes(start)));
    return picked.length === 0
      ? figures
      : figures.filter((figure) => picked.some((cell) => isInside(figure, cell)));
  }
  const shift = place?.start ?? 0;
  return read(quote, publishedOn).map((figure) => movedBy(figure, shift));
}

const read = (text: string, publishedOn: string | null): readonly ReadFigure[] =>
  extract(text, { publishedOn, language: null }).quantities;

/** The rows that a quote is in, where all of it is in rows of tables; else null. */
function rowsOf(text: string, { start, end }: Span): TableRow[] | null {
  const rows: TableRow[] = [];
  const tables = findTables(text);
  for (let at = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1; at < end; ) {
    const next = text.indexOf('\n', at);
    const stop = next < 0 ? text.length : next;
    const line = text.slice(at, stop);
    const row = tables.get(at + line.length - line.trimStart().length);
    if (row?.kind === 'data') rows.push(row);
    else if (!row && line.trim()) return null;
    at = stop + 1;
  }
  return rows.length > 0 ? rows : null;
}

/** The figures of a row, as it is read under the heads of its table. */
function readRow(text: string, { span, heads }: TableRow, publishedOn: string | null) {
  const [first, last] = [heads?.[0], heads?.at(-1)];
  const head = first && last ? `${text.slice(first.start, last.end)}\n` : '';
  return read(head + text.slice(span.start, span.end), publishedOn)
    .filter(({ start }) => start >= head.length)
    .map((figure) => movedBy(figure, span.start - head.length));
}

const movedBy = (figure: ReadFigure, by: number): ReadFigure => ({
  ...figure,
  start: figure.start + by,
  end: figure.end + by,
});

const isInside = (figure: Span, cell: Span) => figure.start >= cell.start && figure.end <= cell.end;
