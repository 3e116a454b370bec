import type { Claimant, ReadClaim, ReadDate, ReadFigure } from '#domain/claims/reading';
import { cut } from '#domain/text';
import type { Span } from '#domain/texts/annotation';
import { type DateContext, readDates } from '../dates/read-dates';
import { isPluralNoun, toSingular } from '../english/nouns';
import { readFigures } from '../figures/read-figures';
import { PEOPLE_IN_A_STATE } from '../measures/counted-noun';
import { toPassage } from '../tokens/passage';
import type { TableRow } from './find-tables';

/** What was found in a row of a table. */
export type ReadRow = {
  readonly quantities: ReadFigure[];
  readonly dates: ReadDate[];
  readonly claims: ReadClaim[];
};

/** A row gives a figure without a sentence: worth a look, below a sentence that asserts it. */
const WORTH = 0.5;
const LONGEST_HEAD = 300;

/**
 * Reads a row cell by cell. A figure has the heads of its column and of its row as its measure, and a
 * date that one of them names: 'Deaths', 2024 of 'Deaths | 2024 | 12'. Each is a claim: 'Deaths, 2024:
 * 12.' A row of heads, and a row of a large table, gives no claim.
 *
 * @param teller  who speaks the text at this place
 */
export function readRow(
  text: string,
  row: TableRow,
  context: DateContext,
  teller: Claimant | null,
): ReadRow {
  const read: ReadRow = { quantities: [], dates: [], claims: [] };
  if (row.kind === 'rule') return read;
  const cells = row.cells.map((cell) => readCell(text, cell, context));
  for (const { dates } of cells) read.dates.push(...dates);
  if (row.kind === 'head') return read;
  const isOne = cells.filter(({ figure }) => figure).length === 1;
  for (const [at, { figure, cell }] of cells.entries()) {
    if (!figure || at === 0) continue;
    const heads = headsOf(text, row, cells, at, context);
    const named = {
      ...figure,
      ...unitOf(figure, heads.words[0]),
      measure: heads.words.join(', ') || figure.measure,
    };
    read.quantities.push(named);
    if (!row.isSmall || heads.words.length === 0) continue;
    const claim = toClaim(text, isOne ? row.span : cell, cell, named, heads);
    read.claims.push({ ...claim, claimant: teller });
  }
  return read;
}

type Cell = {
  readonly cell: Span;
  readonly dates: readonly ReadDate[];
  readonly isDate: boolean;
  /** The one figure that the cell consists of; null for words, dates and figures among words. */
  readonly figure: ReadFigure | null;
};

function readCell(text: string, cell: Span, context: DateContext): Cell {
  const passage = toPassage(text, cell);
  const dates = readDates(passage, context).map(({ solid: _solid, ...date }) => date);
  const isDate = dates.some((date) => date.end - date.start >= (cell.end - cell.start) * 0.8);
  const [figure, more] = isDate ? [] : readFigures(passage, dates);
  const isWhole = figure && !more && cell.end - cell.start <= figure.end - figure.start + 12;
  return { cell, dates, isDate, figure: isWhole ? figure : null };
}

type Heads = { readonly words: readonly string[]; readonly date: ReadDate | null };

/** What names a figure: the head of its column first, then the words of its row; dates apart. */
function headsOf(
  text: string,
  row: TableRow,
  cells: readonly Cell[],
  at: number,
  context: DateContext,
): Heads {
  const head = row.heads?.[at];
  const column = head && head.end > head.start ? readCell(text, head, context) : null;
  const beside = cells.slice(0, row.heads ? 1 : at).filter(({ figure }) => !figure);
  const named = [...(column ? [column] : []), ...beside].filter(
    ({ cell }) => cell.end > cell.start,
  );
  const date = named.find(({ isDate }) => isDate)?.dates[0] ?? null;
  const words = named
    .filter(({ isDate }) => !isDate)
    .map(({ cell }) => cut(text.slice(cell.start, cell.end).replace(/\s+/g, ' '), LONGEST_HEAD));
  return { words, date };
}

/** A bare number under 'Deaths' counts deaths. */
function unitOf(figure: ReadFigure, head: string | undefined): Partial<ReadFigure> {
  const noun = head?.split(' ').at(-1) ?? '';
  const isState = PEOPLE_IN_A_STATE.has(noun.toLowerCase());
  if (figure.unit !== null || !/^\p{L}+$/u.test(noun) || !(isState || isPluralNoun(noun)))
    return {};
  const singular = isState ? 'person' : toSingular(noun).toLowerCase();
  return {
    unit: `{${singular}}`,
    unitName: singular,
    dimension: 'count',
    statistic: 'count',
    baseUnit: '1',
  };
}

function toClaim(
  text: string,
  span: Span,
  cell: Span,
  figure: ReadFigure,
  { words, date }: Heads,
): ReadClaim {
  const heads = [...words, ...(date ? [date.surface] : [])].join(', ');
  return {
    ...span,
    exact: text.slice(span.start, span.end),
    text: `${heads}: ${text.slice(cell.start, cell.end)}.`,
    leansOn: null,
    candidates: [],
    kind: 'figure',
    checkable: true,
    claimant: null,
    saidOn: null,
    eventOn: date,
    quantities: [figure],
    checkWorthiness: WORTH,
    reasons: [`a figure of a table: ${figure.surface}`],
  };
}
