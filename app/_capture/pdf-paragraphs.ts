import type { PdfLine } from './pdf-lines';

/** The lines of a page, and where it begins and ends, in points. */
export type PdfPage = {
  readonly top: number;
  readonly bottom: number;
  readonly lines: readonly PdfLine[];
};

/** Stands where a page begins, until the text is done. No text has it: Unicode calls it no character. */
export const PAGE_MARK = '\uFDD0';

/**
 * Joins the lines of all pages into paragraphs, across columns and pages where a sentence goes on
 * there. Lines that stand at the head or foot of most pages are a paragraph of their own where they
 * first stand, and page numbers are left out.
 *
 * @returns the text, with a PAGE_MARK for each page: where it begins, or where the next one with words does
 */
export function toPdfText(pages: readonly PdfPage[]): string {
  const read = withoutRunningLines(pages);
  const words = new Set(read.flatMap(({ lines }) => lines.flatMap(({ text }) => wordsOf(text))));
  const paragraphs: string[] = [];
  let before: PdfLine | null = null;
  /** The paragraph that may go on: a running line may stand behind it. */
  let open = -1;
  let marks = '';
  for (const { lines, running } of read) {
    const leading = usualLeading(lines);
    marks += PAGE_MARK;
    for (const { text } of running) {
      paragraphs.push(marks + text);
      marks = '';
    }
    for (const column of toColumns(lines)) {
      const right = Math.max(...column.map((line) => line.right));
      for (const line of column) {
        const last = paragraphs[open];
        const place =
          before === null || last === undefined
            ? 'apart'
            : line === column[0]
              ? placeAfterBreak(last, line, before)
              : placeBelow(before, line, { leading, right });
        if (place === 'apart' || last === undefined) {
          open = paragraphs.push(marks + line.text) - 1;
        } else if (place === 'line') paragraphs[open] = `${last}\n${marks}${line.text}`;
        else paragraphs[open] = joinLines(last, line.text, { words, marks });
        marks = '';
        before = line;
      }
    }
  }
  return paragraphs.join('\n\n') + marks;
}

/** The lines of a page from each place where the next one stands higher. */
function toColumns(lines: readonly PdfLine[]): PdfLine[][] {
  const columns: PdfLine[][] = [];
  for (const line of lines) {
    const before = columns.at(-1)?.at(-1);
    if (before && line.y <= before.y + before.size) columns.at(-1)?.push(line);
    else columns.push([line]);
  }
  return columns;
}

/** How a line follows on: in the same sentence, on a line of its own, or in a new paragraph. */
type Place = 'goesOn' | 'line' | 'apart';

const ENDS = /[.!?:;…]["”’»)\]]*\d{0,2}$/;
const DIVIDED = /[\p{L}\d][-‐]$/u;
const LIST_ITEM = /^(?:[•‣▪●◦–—*-]\s|\(?(?:\d{1,2}|[a-z])[.)]\s)/;

/** At the head of a page or column. */
function placeAfterBreak(last: string, line: PdfLine, before: PdfLine): Place {
  const goesOn = !ENDS.test(last) && /^["“‘(]?\p{Ll}/u.test(line.text);
  return goesOn && !line.isRow && !before.isRow && sameSize(line, before) ? 'goesOn' : 'apart';
}

function placeBelow(
  before: PdfLine,
  line: PdfLine,
  { leading, right }: { readonly leading: number; readonly right: number },
): Place {
  const gap = before.y - line.y;
  if (gap > leading * 1.35 + 1 || !sameSize(line, before)) return 'apart';
  if (line.isRow || before.isRow || LIST_ITEM.test(line.text)) return 'line';
  if (DIVIDED.test(before.text)) return 'goesOn';
  const isIndented = line.left > before.left + line.size * 0.8;
  if (hasRoom(before, line, right)) return ENDS.test(before.text) ? 'apart' : 'line';
  return isIndented && ENDS.test(before.text) ? 'apart' : 'goesOn';
}

/** Whether the next word would have fitted: then somebody ended the line, and not the margin. */
function hasRoom(before: PdfLine, line: PdfLine, right: number): boolean {
  const [word = ''] = line.text.split(' ', 1);
  const letter = (line.right - line.left) / line.text.length;
  return before.right + (word.length + 1) * letter + line.size * 2 < right;
}

const sameSize = (a: PdfLine, b: PdfLine) =>
  Math.abs(a.size - b.size) < Math.max(a.size, b.size) * 0.12;

/** The distance of most lines of a page from the next; where there is none, the usual for the size. */
function usualLeading(lines: readonly PdfLine[]): number {
  const gaps = lines
    .map((line, i) => (lines[i - 1]?.y ?? 0) - line.y)
    .filter((gap, i) => i > 0 && gap > 0 && gap < (lines[i]?.size ?? 0) * 3)
    .sort((a, b) => a - b);
  const size = lines[0]?.size ?? 10;
  return gaps[Math.floor(gaps.length / 2)] ?? size * 1.3;
}

const wordsOf = (text: string) => text.match(/[\p{L}\d]+(?:-[\p{L}\d]+)*/gu) ?? [];

/**
 * A word that was divided at the end of a line is put together again: 'casu-' and 'alties'. The
 * hyphen stays where it is the word's own: before a capital or a figure ('North-' and 'South',
 * '2020-' and '21'), or where the document writes the word with it elsewhere.
 */
function joinLines(
  before: string,
  after: string,
  { words, marks }: { readonly words: ReadonlySet<string>; readonly marks: string },
): string {
  const first = /([\p{L}\d]+(?:-[\p{L}\d]+)*)[-‐]$/u.exec(before)?.[1];
  if (first === undefined) return `${before} ${marks}${after}`;
  const second = /^[\p{L}\d]+/u.exec(after)?.[0] ?? '';
  const isDivided =
    /^\p{Ll}/u.test(second) && /\p{L}$/u.test(first) && !words.has(`${first}-${second}`);
  return (isDivided ? before.slice(0, -1) : before) + marks + after;
}

/** As a share of the height of a page. */
const MARGIN = 0.075;

/** The lines of a page's text, and the running lines that stand here for the first time. */
type ReadPage = { readonly lines: readonly PdfLine[]; readonly running: readonly PdfLine[] };

/**
 * Lines in the margins of most pages that say the same, or the same but for the page number. One that
 * says the same is kept where it first stands: it may be the first row of a table. A page with nothing
 * else on it keeps them all: then they are what it says.
 */
function withoutRunningLines(pages: readonly PdfPage[]): ReadPage[] {
  const counts = new Map<string, number>();
  const margins = pages.map(({ lines, top, bottom }, page) => {
    const margin = (top - bottom) * MARGIN;
    return lines
      .filter(({ y }) => y > top - margin || y < bottom + margin)
      .map((line) => ({ line, keys: runningKeys(line.text, page) }));
  });
  for (const { keys } of margins.flat()) {
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const enough = Math.max(3, pages.length / 2);
  const seen = new Set<string>();
  return pages.map(({ lines }, page) => {
    const running = new Set(
      margins[page]
        ?.filter(({ keys }) => keys.some((key) => (counts.get(key) ?? 0) >= enough))
        .map(({ line }) => line),
    );
    if (running.size === lines.length) return { lines, running: [] };
    const first = [...running].filter(({ text }) => {
      const isFirst = (counts.get(text) ?? 0) >= enough && !seen.has(text);
      seen.add(text);
      return isFirst;
    });
    return { lines: lines.filter((line) => !running.has(line)), running: first };
  });
}

/** What a line says, as it is, and with each number in it as its distance from the page's own. */
function runningKeys(text: string, page: number): string[] {
  if (text.length > 150) return [];
  const numbers = [...text.matchAll(/\d{1,5}/g)].slice(0, 4);
  return [
    // A bare number that repeats is a figure, not a page's.
    ...(/\p{L}/u.test(text) ? [text] : []),
    ...numbers.map(({ 0: number, index }) => {
      const distance = Number(number) - page;
      return `${text.slice(0, index)}#${distance}${text.slice(index + number.length)}`;
    }),
  ];
}
