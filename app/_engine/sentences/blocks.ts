import type { Span } from '#domain/texts/annotation';
import { BULLETS, CLOSING_MARKS, isLower, SENTENCE_MARKS, trimSpan } from '../tokens/characters';
import { isLetterAt, isSpaceAt } from '../tokens/tokens';

/** A paragraph is hard-wrapped when its lines, the last aside, are about as long as each other. */
const WRAPPED_LINE = { shortest: 50, longest: 110, spread: 28 };

/** The paragraphs of a text: what stands between line ends that end a sentence. */
export function* blocks(text: string): Generator<Span> {
  for (const paragraph of paragraphs(text)) {
    const lines = linesOf(text, paragraph);
    const wrapped = isWrapped(lines);
    let start = paragraph.start;
    for (let i = 1; i < lines.length; i++) {
      const [before, line] = [lines[i - 1], lines[i]];
      if (!before || !line || goesOn(text, { start, end: before.end }, line, wrapped)) continue;
      yield { start, end: before.end };
      start = line.start;
    }
    if (start < paragraph.end) yield { start, end: paragraph.end };
  }
}

function* paragraphs(text: string): Generator<Span> {
  let start = 0;
  let at = 0;
  while (at < text.length) {
    if (text[at] !== '\n' && text[at] !== '\r' && text[at] !== '\u2029') {
      at++;
      continue;
    }
    let next = at;
    let lineEnds = 0;
    while (next < text.length && isSpaceAt(text, next)) {
      if (text[next] === '\n') lineEnds++;
      next++;
    }
    if (lineEnds > 1 || text[at] === '\u2029') {
      if (at > start) yield { start, end: at };
      start = next;
    }
    at = Math.max(next, at + 1);
  }
  if (start < text.length) yield { start, end: text.length };
}

function linesOf(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  let at = start;
  while (at < end) {
    const lineEnd = text.indexOf('\n', at);
    const stop = lineEnd < 0 || lineEnd > end ? end : lineEnd;
    lines.push({ start: at, end: stop });
    at = stop + 1;
  }
  return lines;
}

function isWrapped(lines: readonly Span[]): boolean {
  if (lines.length < 3) return false;
  let [shortest, longest] = [Number.POSITIVE_INFINITY, 0];
  for (const { start, end } of lines.slice(0, -1)) {
    shortest = Math.min(shortest, end - start);
    longest = Math.max(longest, end - start);
  }
  return (
    shortest >= WRAPPED_LINE.shortest &&
    longest <= WRAPPED_LINE.longest &&
    longest - shortest <= WRAPPED_LINE.spread
  );
}

/** Whether a sentence runs on over this line end: 'This is a sentence\ncut off by the page.' */
function goesOn(text: string, before: Span, line: Span, wrapped: boolean): boolean {
  const { start, end } = trimSpan(text, before);
  if (start === end) return false;
  const last = text[end - 1] ?? '';
  if (SENTENCE_MARKS.includes(last) || CLOSING_MARKS.includes(last)) return false;
  if (last === ':' || BULLETS.includes(text[line.start] ?? '')) return false;
  if (isRow(text, before) && isRow(text, line)) return false;
  const next = trimSpan(text, line).start;
  if (wrapped) return true;
  return isLower(text, next) && !isLower(text, start) && isLetterAt(text, start);
}

/** Cells parted by a tab or by '|': the next row of a table is no rest of its sentence. */
function isRow(text: string, line: Span): boolean {
  const { start, end } = trimSpan(text, line);
  const words = text.slice(start, end);
  return words.includes('\t') || words.includes(' | ');
}
