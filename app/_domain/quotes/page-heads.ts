/** A place in a text without its page heads, and how many code units were taken out there. */
export type HeadCut = { readonly at: number; readonly length: number };

const MOST_LINES = 3;
const LONGEST_LINE = 100;

/**
 * A text without the heads and feet of pages that stand within its sentences: up to three short lines with
 * a number, after a line that ends without a stop and before one that goes on in small letters.
 *
 * @returns null where there are none
 */
export function cutPageHeads(
  text: string,
): { readonly text: string; readonly cuts: readonly HeadCut[] } | null {
  const lines = linesOf(text);
  const cuts: HeadCut[] = [];
  let [flowing, from] = ['', 0];
  for (let at = 1; at < lines.length - 1; ) {
    const count = headAt(text, lines, at);
    const [first, next] = [lines[at], lines[at + count]];
    if (count === 0 || !first || !next) {
      at++;
      continue;
    }
    flowing += text.slice(from, first.start);
    cuts.push({ at: flowing.length, length: next.start - first.start });
    from = next.start;
    at += count + 1;
  }
  return cuts.length === 0 ? null : { text: flowing + text.slice(from), cuts };
}

type Line = { readonly start: number; readonly end: number };

/** The lines that have words. */
function linesOf(text: string): Line[] {
  return [...text.matchAll(/[^\n\r]*\S[^\n\r]*/g)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
}

/** How many lines that begin here are a head; 0 where none is. */
function headAt(text: string, lines: readonly Line[], at: number): number {
  const lineAt = (n: number) => text.slice(lines[n]?.start, lines[n]?.end).trim();
  if (!/[\p{L}\p{N},;-]$/u.test(lineAt(at - 1))) return 0;
  let hasNumber = false;
  for (let count = 1; count <= MOST_LINES && at + count < lines.length; count++) {
    const line = lineAt(at + count - 1);
    if (line.length > LONGEST_LINE || /^\p{Ll}/u.test(line)) return 0;
    hasNumber ||= /\p{Nd}/u.test(line);
    if (hasNumber && /^\p{Ll}/u.test(lineAt(at + count))) return count;
  }
  return 0;
}
