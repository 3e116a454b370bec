import type { Span } from '#domain/texts/annotation';
import {
  isLower,
  isUpper,
  SENTENCE_MARKS,
  skipOpening,
  trimSpan,
  wordAt,
} from '../tokens/characters';
import { isLetterAt, isSpaceAt } from '../tokens/tokens';
import { blocks } from './blocks';
import { ListReader } from './list-items';
import { endsSentence, readStop } from './sentence-ends';

/**
 * Splits a text into sentences. A blank line always ends one; so does a single line end, unless the
 * line was broken in the middle of a sentence.
 *
 * @returns spans without white space at their ends, in order, never overlapping; together they
 *   contain everything in the text but white space
 */
export function segment(text: string): Span[] {
  const sentences: Span[] = [];
  for (const block of blocks(text)) {
    for (const sentence of sentencesIn(text, block)) {
      const span = trimSpan(text, sentence);
      if (span.end > span.start) sentences.push(span);
    }
  }
  return sentences;
}

function* sentencesIn(text: string, block: Span): Generator<Span> {
  const casual = isCasual(text, block);
  const list = new ListReader(text, block);
  let start = block.start;
  let at = block.start;
  while (at < block.end) {
    if (at > block.start && isLetterAt(text, at) && isLetterAt(text, at - 1)) {
      // Nothing of all this begins or ends inside a word.
      at++;
      continue;
    }
    const item = list.itemAt(at);
    const divider = item ? null : dividerEnd(text, at, block);
    const face = item || divider ? null : faceEnd(text, at, block);
    const isCredit = !item && !divider && startsCredit(text, at, block);
    if (isCredit && at > start) {
      yield { start, end: at };
      start = at;
    }
    if (item || divider) {
      if (at > start) yield { start, end: at };
      start = at;
      at = item ?? divider ?? at;
      if (divider) {
        yield { start, end: at };
        start = at;
      }
      continue;
    }
    if (face) {
      yield { start, end: face };
      [start, at] = [face, face];
      continue;
    }
    if (!SENTENCE_MARKS.includes(text[at] ?? '')) {
      at++;
      continue;
    }
    const stop = readStop(text, at, block.end);
    at = Math.max(stop.end, at + 1);
    if (!endsSentence(text, { start, end: block.end }, stop, casual)) continue;
    yield { start, end: stop.end };
    start = stop.end;
    list.open(skipOpening(text, start, block.end));
  }
  if (start < block.end) yield { start, end: block.end };
}

const CREDITS = new Set(['Image', 'Photo', 'Photograph', 'Picture', 'Credit', 'Video']);

/** 'Black Widow Image: Nick Moreau': the credit of a picture is apart from its caption. */
function startsCredit(text: string, at: number, block: Span): boolean {
  if (!'IPCV'.includes(text[at] ?? ' ') || at === block.start || !isSpaceAt(text, at - 1))
    return false;
  const word = wordAt(text, at);
  return CREDITS.has(word) && text[at + word.length] === ':';
}

const DIVIDERS = '*=_~#-';

/** The end of a row of signs drawn between two texts: '*****', '======'. */
function dividerEnd(text: string, start: number, block: Span): number | null {
  const sign = text[start] ?? ' ';
  if (!DIVIDERS.includes(sign) || (start > block.start && !isSpaceAt(text, start - 1))) return null;
  let at = start;
  while (at < block.end && text[at] === sign) at++;
  return at - start >= 3 && (at === block.end || isSpaceAt(text, at)) ? at : null;
}

/** The end of a face in signs, ':-)', where a new sentence follows it. */
function faceEnd(text: string, start: number, block: Span): number | null {
  if ((text[start] !== ':' && text[start] !== ';') || !isSpaceAt(text, start - 1)) return null;
  const at = text[start + 1] === '-' ? start + 2 : start + 1;
  if (!')(DP'.includes(text[at] ?? ' ') || !isSpaceAt(text, at + 1)) return null;
  const next = skipOpening(text, at + 1, block.end);
  return next < block.end && isUpper(text, next) ? at + 1 : null;
}

/** Text without capitals where sentences begin: then a small letter may open one. */
function isCasual(text: string, { start, end }: Span): boolean {
  const first = skipOpening(text, start, end);
  return isLetterAt(text, first) && isLower(text, first);
}
