import type { Target } from './sets';

/** Figures as they are shown; '–' where a tool does not do the thing. */
export type QualityRow = {
  readonly measure: string;
  readonly ours: string;
  readonly before: string;
  readonly asked: string;
  readonly toBeat: string;
  readonly peers: ReadonlyMap<string, string>;
  readonly isMissed: boolean;
};

const NONE = '–';

export type RowTargets = {
  readonly asked?: Target | undefined;
  /** What version 0.5.0 had: the floor of the sets that the engine was built on. */
  readonly before?: string | undefined;
  /** The best published figure. */
  readonly toBeat?: number | undefined;
};

/** A row of ours, compared with its target. `total` is what 'all' means. */
export function toRow(
  measure: string,
  ours: { readonly figure: number; readonly shown: string; readonly total?: number },
  { asked, before, toBeat }: RowTargets,
  peers: ReadonlyMap<string, string> = new Map(),
): QualityRow {
  const isMissed = asked !== undefined && !isMet(asked, ours.figure, ours.total ?? Number.NaN);
  return {
    measure,
    ours: ours.shown,
    before: before ?? NONE,
    asked: asked === undefined ? NONE : showAsked(asked),
    toBeat: toBeat === undefined ? NONE : String(toBeat),
    peers,
    isMissed,
  };
}

function isMet(asked: Target, figure: number, total: number): boolean {
  if (asked === 'all') return figure === total;
  return 'atLeast' in asked ? figure >= asked.atLeast : figure <= asked.atMost;
}

function showAsked(asked: Target): string {
  if (asked === 'all') return 'all';
  return 'atLeast' in asked ? `${asked.atLeast}` : `≤ ${asked.atMost}`;
}

export function toCells(
  rows: readonly QualityRow[],
  peers: readonly string[],
): { headings: string[]; cells: string[][] } {
  return {
    headings: ['measure', 'Plumbline', '0.5.0', 'asked', 'to beat', ...peers],
    cells: rows.map((row) => [
      row.measure,
      row.isMissed ? `${row.ours} †` : row.ours,
      row.before,
      row.asked,
      row.toBeat,
      ...peers.map((peer) => row.peers.get(peer) ?? NONE),
    ]),
  };
}

export function toMarkdown(headings: readonly string[], cells: readonly (readonly string[])[]) {
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  const rule = headings.map((_, column) => (column === 0 ? '---' : '--:'));
  return [line(headings), line(rule), ...cells.map(line)].join('\n');
}

/** Puts the text between `<!-- quality -->` and `<!-- /quality -->`, and leaves the rest as it is. */
export function replaceSection(document: string, section: string): string {
  const marked = /(<!-- quality -->\n)[\s\S]*?(<!-- \/quality -->)/;
  if (!marked.test(document)) {
    throw new Error('docs/engine.md has no <!-- quality --> … <!-- /quality --> to write between.');
  }
  return document.replace(marked, (_, open, close) => `${open}${section.trim()}\n${close}`);
}
