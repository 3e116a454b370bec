import type { Span } from '#domain/texts/annotation';
import { trimSpan } from '../tokens/characters';

/** A row of a table that was pasted into a text. Spans are UTF-16 offsets into the text. */
export type TableRow = {
  /** The whole line. */
  readonly span: Span;
  readonly cells: readonly Span[];
  /** The cells of the first row, where they are the heads of the columns; null where they are not. */
  readonly heads: readonly Span[] | null;
  readonly kind: 'head' | 'rule' | 'data';
  /** Whether the table is small enough for each of its figures to be a claim. */
  readonly isSmall: boolean;
};

/** A table with more cells is read for its figures; nobody goes through as many suggestions. */
const MOST_CELLS = 60;
const MOST_COLUMNS = 24;

/**
 * The rows of all tables of a text, by the offset where their line begins: lines whose cells are parted
 * by tabs or by '|', as a page or a sheet has them when it is pasted. Takes time linear in the text.
 */
export function findTables(text: string): ReadonlyMap<number, TableRow> {
  const found = new Map<number, TableRow>();
  if (!/[\t|]/.test(text)) return found;
  let run: Line[] = [];
  for (const line of linesOf(text)) {
    const last = run.at(-1);
    if (last && line.cells.length !== last.cells.length && !isRule(text, line)) {
      close(text, run, found);
      run = [];
    }
    if (line.cells.length < 2) {
      close(text, run, found);
      run = [];
    } else run.push(line);
  }
  close(text, run, found);
  return found;
}

type Line = { readonly span: Span; readonly cells: readonly Span[] };

function* linesOf(text: string): Generator<Line> {
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const stop = end < 0 ? text.length : end;
    const span = trimSpan(text, { start, end: stop });
    if (span.end > span.start) yield { span, cells: cellsOf(text, span) };
    else yield { span: { start, end: start }, cells: [] };
    start = stop + 1;
  }
}

function cellsOf(text: string, line: Span): Span[] {
  const mark = text.slice(line.start, line.end).includes('\t') ? '\t' : '|';
  const cells: Span[] = [];
  let start = line.start;
  while (start <= line.end && cells.length < MOST_COLUMNS) {
    const next = text.indexOf(mark, start);
    const end = next < 0 || next > line.end ? line.end : next;
    const isEdge = mark === '|' && end === start && (start === line.start || end === line.end);
    if (!isEdge) cells.push(trimSpan(text, { start, end }));
    start = end + 1;
  }
  return cells.filter(({ start: from, end }, at) => end > from || at > 0);
}

const wordsOf = (text: string, { start, end }: Span): string => text.slice(start, end);

/** '|---|---|': the line that Markdown draws under the heads. */
const isRule = (text: string, { span }: Line): boolean => /^[\s|:=+-]+$/.test(wordsOf(text, span));

const NUMBER = /^[^\p{L}\d]{0,3}\d[\d.,\s]*(?:[%‰]|\p{L}{1,2})?\)?$/u;
const YEAR = /^(?:1[89]|20|21)\d\d(?:[-–/]\d{2,4})?$/;

const isNumber = (text: string, cell: Span): boolean => NUMBER.test(wordsOf(text, cell));
const isYear = (text: string, cell: Span): boolean => YEAR.test(wordsOf(text, cell));

/** A row of heads has no figures but years, and a head for each column of figures. */
const hasHeads = (text: string, { cells }: Line): boolean =>
  cells
    .slice(1)
    .every((cell) => cell.end > cell.start && (!isNumber(text, cell) || isYear(text, cell)));

function close(text: string, run: readonly Line[], found: Map<number, TableRow>): void {
  const rows = run.filter((line) => !isRule(text, line));
  const [first] = rows;
  if (!first) return;
  const hasFigures = rows.some(({ cells }) =>
    cells.slice(1).some((cell) => isNumber(text, cell) && !isYear(text, cell)),
  );
  if (!hasFigures || (rows.length === 1 && !isRowAlone(text, first))) return;
  const heads = rows.length > 1 && hasHeads(text, first) ? first.cells : null;
  const isSmall = rows.length * first.cells.length <= MOST_CELLS;
  for (const line of run) {
    const kind = isRule(text, line) ? 'rule' : heads && line === first ? 'head' : 'data';
    found.set(line.span.start, { ...line, heads, kind, isSmall });
  }
}

/** 'Deaths | 2024 | 12': words, a year and a figure in one line are a row without a table. */
const isRowAlone = (text: string, { cells }: Line): boolean =>
  cells.length === 3 &&
  /\p{L}/u.test(wordsOf(text, cells[0] as Span)) &&
  cells.slice(1).some((cell) => isYear(text, cell)) &&
  cells.slice(1).some((cell) => isNumber(text, cell) && !isYear(text, cell));
