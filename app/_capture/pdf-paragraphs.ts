import type { PdfLine } from './pdf-lines';

/**
 * Joins the lines of all pages into paragraphs, across columns and pages where a sentence goes on
 * there. What stands at the head or foot of most pages, and page numbers, are left out.
 */
export function toParagraphs(pages: readonly (readonly PdfLine[])[]): string {
  const read = withoutRunningLines(pages);
  const words = new Set(read.flatMap((lines) => lines.flatMap(({ text }) => wordsOf(text))));
  const paragraphs: string[] = [];
  let before: PdfLine | null = null;
  for (const lines of read) {
    const leading = usualLeading(lines);
    const right = Math.max(...lines.map((line) => line.right));
    let isFirst = true;
    for (const line of lines) {
      const last = paragraphs.at(-1);
      const place =
        before && last !== undefined
          ? isFirst || line.y > before.y + before.size
            ? placeAfterBreak(last, line, before)
            : placeBelow(before, line, { leading, right })
          : 'apart';
      if (place === 'apart' || last === undefined) paragraphs.push(line.text);
      else if (place === 'line') paragraphs[paragraphs.length - 1] = `${last}\n${line.text}`;
      else paragraphs[paragraphs.length - 1] = joinLines(last, line.text, words);
      before = line;
      isFirst = false;
    }
  }
  return paragraphs.join('\n\n');
}

/** How a line follows on: in the same sentence, on a line of its own, or in a new paragraph. */
type Place = 'goesOn' | 'line' | 'apart';

const ENDS = /[.!?:;…]["”’»)\]]*\d{0,2}$/;
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
  const isIndented = line.left > before.left + line.size * 0.8;
  const isShort = before.right < right - (right - before.left) * 0.2;
  return ENDS.test(before.text) && (isIndented || isShort) ? 'apart' : 'goesOn';
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
function joinLines(before: string, after: string, words: ReadonlySet<string>): string {
  const first = /([\p{L}\d]+(?:-[\p{L}\d]+)*)[-‐]$/u.exec(before)?.[1];
  if (first === undefined) return `${before} ${after}`;
  const second = /^[\p{L}\d]+/u.exec(after)?.[0] ?? '';
  const isDivided =
    /^\p{Ll}/u.test(second) && /\p{L}$/u.test(first) && !words.has(`${first}-${second}`);
  return (isDivided ? before.slice(0, -1) : before) + after;
}

/** Lines at the head or foot of most pages that say the same, or the same but for the page number. */
function withoutRunningLines(pages: readonly (readonly PdfLine[])[]): (readonly PdfLine[])[] {
  const counts = new Map<string, number>();
  const edges = pages.map((lines, page) =>
    edgeLines(lines).map((line) => ({ line, keys: runningKeys(line.text, page) })),
  );
  for (const { keys } of edges.flat()) {
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const enough = Math.max(3, pages.length / 2);
  return pages.map((lines, page) => {
    const running = new Set(
      edges[page]
        ?.filter(({ keys }) => keys.some((key) => (counts.get(key) ?? 0) >= enough))
        .map(({ line }) => line),
    );
    return lines.filter((line) => !running.has(line));
  });
}

/** The two highest and the two lowest lines: files often hold both at the end, or the start. */
function edgeLines(lines: readonly PdfLine[]): PdfLine[] {
  const sorted = [...lines].sort((a, b) => b.y - a.y);
  return [...new Set([...sorted.slice(0, 2), ...sorted.slice(-2)])];
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
