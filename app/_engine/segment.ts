import { AFTER_NAMES, BEFORE_NUMBERS, CUT_DATES, INSIDE, OPENERS, TITLES } from './abbreviations';
import type { Span } from './reading';
import { isDigitAt, isLetterAt, isSpaceAt } from './tokens';

const TERMINATORS = '.!?…。！？．｡‽';
const WIDE_TERMINATORS = '。！？．｡';
const CLOSERS = '"\'”’»)]}›';
const OPENING_MARKS = '"\'“‘«([{‹¿¡„*_';
const BULLETS = '•⁃‣◦▪●·*';

/** A paragraph is hard-wrapped when its lines, the last aside, are about as long as each other. */
const WRAPPED_LINE = { shortest: 50, longest: 110, spread: 28 };

/**
 * Splits a text into sentences. A blank line always ends one; so does a single line end, unless the
 * line was broken in the middle of a sentence.
 *
 * @returns spans without white space at their ends, in order, never overlapping; together they
 *   hold everything in the text but white space
 */
export function segment(text: string): Span[] {
  const sentences: Span[] = [];
  for (const block of blocks(text)) {
    for (const sentence of sentencesIn(text, block)) {
      const span = trim(text, sentence);
      if (span.end > span.start) sentences.push(span);
    }
  }
  return sentences;
}

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
  const { start, end } = trim(text, before);
  if (start === end) return false;
  const last = text[end - 1] ?? '';
  if (TERMINATORS.includes(last) || CLOSERS.includes(last)) return false;
  if (last === ':' || BULLETS.includes(text[line.start] ?? '')) return false;
  const next = trim(text, line).start;
  if (wrapped) return true;
  return isLower(text, next) && !isLower(text, start) && isLetterAt(text, start);
}

function* sentencesIn(text: string, block: Span): Generator<Span> {
  const casual = isCasual(text, block);
  const list = new ListReader(text, block);
  let start = block.start;
  let at = block.start;
  while (at < block.end) {
    const item = list.itemAt(at);
    if (item) {
      if (at > start) yield { start, end: at };
      start = at;
      at = item;
      continue;
    }
    if (!TERMINATORS.includes(text[at] ?? '')) {
      at++;
      continue;
    }
    const stop = terminatorEnd(text, at, block.end);
    if (endsSentence(text, { start, end: block.end }, at, stop, casual)) {
      yield { start, end: stop.end };
      start = stop.end;
    }
    at = Math.max(stop.end, at + 1);
  }
  if (start < block.end) yield { start, end: block.end };
}

type Stop = Span & { readonly dots: number; readonly marks: string };

/** The run of marks that may end a sentence, with closing quotes, brackets and note numbers. */
function terminatorEnd(text: string, start: number, limit: number): Stop {
  let end = start;
  let dots = 0;
  while (end < limit) {
    const char = text[end] ?? '';
    if (TERMINATORS.includes(char)) {
      if (char === '.') dots++;
      if (char === '…') dots += 3;
      end++;
    } else if (char === ' ' && dots > 0 && text[end + 1] === '.' && !isDigitAt(text, end + 2)) {
      end++;
    } else break;
  }
  const marks = text.slice(start, Math.min(end, start + 8));
  while (end < limit && CLOSERS.includes(text[end] ?? '')) {
    const opensNext = '"\''.includes(text[end] ?? '') && isLetterAt(text, end + 1);
    if (opensNext) break;
    end++;
  }
  return { start, end: noteEnd(text, end, limit), dots, marks };
}

/** '.[7][8]': numbers of notes belong to the sentence before them. */
function noteEnd(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && text[end] === '[') {
    let at = end + 1;
    while (at < limit && at < end + 8 && isDigitAt(text, at)) at++;
    if (at === end + 1 || text[at] !== ']') break;
    end = at + 1;
  }
  return end;
}

function endsSentence(text: string, rest: Span, dot: number, stop: Stop, casual: boolean): boolean {
  if (stop.end >= rest.end) return true;
  if (WIDE_TERMINATORS.includes(text[dot] ?? '')) return true;
  const spaced = isSpaceAt(text, stop.end);
  if (!spaced) return runsTogether(text, dot, stop);
  const next = skipOpening(text, stop.end, rest.end);
  if (next >= rest.end) return true;
  if (stop.dots === 1 && stop.marks === '.') {
    const before = wordBefore(text, rest.start, dot);
    if (isInsideAbbreviation(text, rest.start, before, dot, next, stop)) return false;
  }
  if (isLower(text, next)) return casual && stop.dots <= 1 && stop.end - dot === stop.marks.length;
  return true;
}

/** 'Hello world.Today is Tuesday.': no space, but plainly two sentences. */
function runsTogether(text: string, dot: number, stop: Stop): boolean {
  if (stop.end !== dot + 1 || !isUpper(text, stop.end)) return false;
  const wordStart = lettersBackFrom(text, dot);
  const lowerBefore = dot - wordStart >= 3 && isLower(text, dot - 1);
  const digitBefore = dot > 2 && isDigitAt(text, dot - 1) && isDigitAt(text, dot - 2);
  if (!lowerBefore && !digitBefore) return false;
  if (text[wordStart - 1] === '.' || text[wordStart - 1] === '/' || text[wordStart - 1] === '@')
    return false;
  let at = stop.end;
  while (isLetterAt(text, at)) at++;
  if (at - stop.end === 2 && text[at] === '.') return true;
  return at - stop.end >= 2 && isLower(text, stop.end + 1) && !'@./\\_('.includes(text[at] ?? ' ');
}

/** Whether the point belongs to an abbreviation, an initial or a number, and the sentence goes on. */
function isInsideAbbreviation(
  text: string,
  sentenceStart: number,
  before: string,
  dot: number,
  next: number,
  stop: Stop,
): boolean {
  if (before === '') return false;
  const word = before.toLowerCase();
  const following = wordAt(text, next).toLowerCase();
  const opens = isUpper(text, next) && OPENERS.has(following);
  const closed = stop.end > dot + 1;
  if (/^[ivx]+$|^[a-z]$|^\d{1,2}$/.test(word) && isFirstWord(text, sentenceStart, dot, before))
    return true;
  if (closed) return TITLES.has(word);
  if (TITLES.has(word) && !(AFTER_NAMES.has(word) && opens)) return true;
  if (BEFORE_NUMBERS.has(word) && isDigitAt(text, next)) return true;
  if (INSIDE.has(word)) return !(opens && word.length > 2 && !word.includes('.'));
  if (CUT_DATES.has(word)) return isDigitAt(text, next) || (isUpper(before, 0) && !opens);
  if (/^[a-z]$/.test(word)) return isInitial(text, before, dot, opens);
  if (AFTER_NAMES.has(word) || /^(?:[a-z]\.)+[a-z]$/.test(word)) {
    if (isDigitAt(text, next) || !isUpper(text, next))
      return isDigitAt(text, next) || !opensQuote(text, next);
    if (/^[ap]\.m$/.test(word)) return isShortAdjunct(text, sentenceStart, dot);
    return !opens;
  }
  return false;
}

/** A single letter is an initial before a name; 'you and I.' and 'vitamin C.' may end a sentence. */
function isInitial(text: string, letter: string, dot: number, opens: boolean): boolean {
  if (!opens) return true;
  const previous = wordBefore(text, Math.max(0, dot - 40), lettersBackFrom(text, dot) - 1);
  return letter !== 'I' && isUpper(previous, 0);
}

/** 'At 5 a.m.' is no sentence, so what follows belongs to it. */
const isShortAdjunct = (text: string, start: number, dot: number): boolean =>
  dot - start < 16 &&
  /^(?:at|by|around|about|after|before|until|from|since)\s/i.test(
    text.slice(start, start + 8).trimStart(),
  );

const isFirstWord = (text: string, sentenceStart: number, dot: number, word: string): boolean => {
  let at = sentenceStart;
  while (
    at < dot &&
    (isSpaceAt(text, at) ||
      OPENING_MARKS.includes(text[at] ?? '') ||
      BULLETS.includes(text[at] ?? ''))
  )
    at++;
  return at >= dot - word.length;
};

/** Text without capitals where sentences begin: then a small letter may open one. */
function isCasual(text: string, { start, end }: Span): boolean {
  const first = skipOpening(text, start, end);
  return isLetterAt(text, first) && isLower(text, first);
}

function skipOpening(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (isSpaceAt(text, at) || OPENING_MARKS.includes(text[at] ?? ''))) at++;
  return at;
}

function wordBefore(text: string, limit: number, dot: number): string {
  let at = dot;
  while (at > limit && dot - at < 24) {
    const inside = isLetterAt(text, at - 1) || isDigitAt(text, at - 1) || text[at - 1] === '°';
    const point = text[at - 1] === '.' && at - 1 > limit && isLetterAt(text, at - 2);
    if (!inside && !point) break;
    at--;
  }
  return text.slice(at, dot);
}

function wordAt(text: string, start: number): string {
  let at = start;
  while (isLetterAt(text, at) && at - start < 24) at++;
  return text.slice(start, at);
}

function lettersBackFrom(text: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < 24 && isLetterAt(text, at - 1)) at--;
  return at;
}

const opensQuote = (text: string, next: number): boolean =>
  next > 0 && OPENING_MARKS.includes(text[next - 1] ?? '');

function isUpper(text: string, at: number): boolean {
  const char = text[at] ?? '';
  return char !== char.toLowerCase();
}

function isLower(text: string, at: number): boolean {
  const char = text[at] ?? '';
  return char !== char.toUpperCase();
}

function trim(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && isSpaceAt(text, from)) from++;
  while (to > from && isSpaceAt(text, to - 1)) to--;
  return { start: from, end: to };
}

/** Finds the items of a list that runs on in one line: '1. The first item 2. The second item'. */
class ListReader {
  readonly #text: string;
  readonly #end: number;
  #next: string | null = null;
  #style = '';

  constructor(text: string, { start, end }: Span) {
    this.#text = text;
    this.#end = end;
    const first = skipOpening(text, start, end);
    this.#read(first, null);
  }

  /** The end of the marker when an item of the list begins here. */
  itemAt(at: number): number | null {
    if (this.#next === null || !(at === 0 || isSpaceAt(this.#text, at - 1))) return null;
    return this.#read(at, this.#next);
  }

  #read(start: number, wanted: string | null): number | null {
    const marker = MARKER.exec(this.#text.slice(start, Math.min(start + 10, this.#end)));
    if (!marker) return null;
    const [written, bullet = '', open = '', label = '', close = ''] = marker;
    const style = `${bullet}${open}${close}`;
    if (wanted === null) {
      if (!['1', 'a', 'A', 'i', '9'].includes(label)) return null;
    } else if (label !== wanted || style !== this.#style) return null;
    this.#style = style;
    this.#next = following(label);
    return start + written.length;
  }
}

const MARKER = /^([•⁃‣]?)\s?(\(?)(\d{1,2}|[a-zA-Z])(\.\)|\.|\))(?=\s)/;

const following = (label: string): string =>
  /\d/.test(label) ? String(Number(label) + 1) : String.fromCharCode(label.charCodeAt(0) + 1);
