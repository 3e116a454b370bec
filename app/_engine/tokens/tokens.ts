import type { Span } from '#domain/texts/annotation';

type TokenKind = 'word' | 'number' | 'address' | 'mark';

/** A word, a number in digits, a web or mail address, or one mark of punctuation. */
export type Token = Span & {
  readonly kind: TokenKind;
  /** As written; a quotation mark of two single ones ('’’') is the double one that it stands for. */
  readonly text: string;
  readonly lower: string;
  /** Whether white space (or the edge of the text read) comes before it. */
  readonly spaced: boolean;
};

const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;
const MARK = 4;
/** Zero-width and direction marks: they end nothing and mean nothing. */
const SILENT = 5;

const ASCII_CLASSES = new Uint8Array(128).fill(MARK);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(char)) ASCII_CLASSES[code] = LETTER;
  else if (/[0-9]/.test(char)) ASCII_CLASSES[code] = DIGIT;
  else if (code <= 32) ASCII_CLASSES[code] = SPACE;
}

const classesBeyondAscii = new Uint8Array(65_536);

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII_CLASSES[code] ?? MARK;
  const known = classesBeyondAscii[code];
  if (known) return known;
  const char = String.fromCharCode(code);
  const found = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/.test(char)
    ? SILENT
    : /\s/u.test(char)
      ? SPACE
      : /[\p{L}\p{M}\ud800-\udfff]/u.test(char)
        ? LETTER
        : MARK;
  classesBeyondAscii[code] = found;
  return found;
}

/** Whether the UTF-16 unit at this offset is white space. */
export const isSpaceAt = (text: string, at: number): boolean => classAt(text, at) === SPACE;
/** The same: a letter, or part of one; false past the end. */
export const isLetterAt = (text: string, at: number): boolean =>
  at < text.length && classAt(text, at) === LETTER;
/** The same: one of 0 to 9; false past the end. */
export const isDigitAt = (text: string, at: number): boolean =>
  at < text.length && classAt(text, at) === DIGIT;

const APOSTROPHES = new Set(["'", '’', 'ʼ']);
const ADDRESS_STARTS = ['http://', 'https://', 'ftp://', 'www.'];
/** A look at the first letter spares almost every word the comparison. */
const ADDRESS_LETTERS = 'hfw';

/**
 * Splits part of a text into tokens, in one pass.
 *
 * Figures keep their grouping and decimals ('4,500.25', '4 500' with a no-break space), letters with points stay together ('U.S.'),
 * the genitive 's is a token of its own, and a number ends where letters begin ('5kW' is '5', 'kW').
 *
 * @param span  the part to read; offsets of the tokens are into the whole text
 */
export function tokenize(text: string, { start, end }: Span): Token[] {
  const tokens: Token[] = [];
  let at = start;
  let spaced = true;
  while (at < end) {
    const kind = classAt(text, at);
    if (kind === SPACE || kind === SILENT) {
      if (kind === SPACE) spaced = true;
      at++;
      continue;
    }
    const next =
      kind === LETTER
        ? wordEnd(text, at, end)
        : kind === DIGIT || startsDecimal(text, at, end)
          ? numberEnd(text, at, end)
          : markEnd(text, at, end);
    const address = kind === LETTER ? addressEnd(text, at, next, end) : next;
    const doubled = kind === MARK ? DOUBLED.get(text.slice(at, next)) : undefined;
    const written = doubled ?? text.slice(at, address);
    tokens.push({
      kind:
        address > next
          ? 'address'
          : kind === LETTER
            ? 'word'
            : isDigitAt(text, next - 1)
              ? 'number'
              : next - at > 1 && !doubled
                ? 'word'
                : 'mark',
      text: written,
      lower: written.toLowerCase(),
      start: at,
      end: address,
      spaced,
    });
    at = address;
    spaced = false;
  }
  return tokens;
}

function wordEnd(text: string, start: number, end: number): number {
  if (isLetterAt(text, start + 2) && text[start + 1] === '.' && start + 3 < end) {
    const dotted = dottedEnd(text, start, end);
    if (dotted > start) return dotted;
  }
  let at = start;
  while (at < end) {
    if (classAt(text, at) === LETTER || classAt(text, at) === SILENT) at++;
    else if (
      APOSTROPHES.has(text[at] ?? '') &&
      isLetterAt(text, at + 1) &&
      at + 1 < end &&
      !isGenitive(text, at, end)
    )
      at++;
    else break;
  }
  while (at > start + 1 && classAt(text, at - 1) === SILENT) at--;
  return at;
}

const LONGEST_DOTTED = 8;

/** 'U.S.', 'a.m.': single letters, each with its point. */
function dottedEnd(text: string, start: number, end: number): number {
  let at = start;
  let letters = 0;
  while (letters < LONGEST_DOTTED && at + 1 < end && isLetterAt(text, at) && text[at + 1] === '.') {
    at += 2;
    letters++;
  }
  return letters >= 2 && !isLetterAt(text, at) ? at : start;
}

const isGenitive = (text: string, apostrophe: number, end: number): boolean =>
  (text[apostrophe + 1] === 's' || text[apostrophe + 1] === 'S') &&
  !(apostrophe + 2 < end && isLetterAt(text, apostrophe + 2));

const startsDecimal = (text: string, at: number, end: number): boolean =>
  text[at] === '.' &&
  at + 1 < end &&
  isDigitAt(text, at + 1) &&
  !(at > 0 && (isLetterAt(text, at - 1) || isDigitAt(text, at - 1) || text[at - 1] === '.'));

function numberEnd(text: string, start: number, end: number): number {
  let at = groupedEnd(text, start, end);
  if (text[at] === '.') at++;
  while (at < end) {
    if (isDigitAt(text, at)) at++;
    else if ((text[at] === ',' || text[at] === '.') && at + 1 < end && isDigitAt(text, at + 1))
      at++;
    else break;
  }
  return at;
}

/** No-break, narrow no-break and thin space: what groups thousands and joins no two words. */
const GROUPING_SPACES = '\u00a0\u202f\u2009';

/**
 * The end of a number with groups joined by one of those spaces ('1 250 000', as SI has it); else
 * `start`. '2024 300' and '555 123 4567' are several numbers, and '020 123' or '+47 123 456' a
 * telephone's.
 */
function groupedEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < start + 4 && at < end && isDigitAt(text, at)) at++;
  const space = text[at] ?? '';
  const isOpening = at > start && at <= start + 3 && text[start] !== '0';
  if (!isOpening || !GROUPING_SPACES.includes(space) || /[\p{L}\d+.]/u.test(text[start - 1] ?? ''))
    return start;
  if (GROUPING_SPACES.includes(text[start - 1] ?? ' ') && isDigitAt(text, start - 2)) return start;
  const digitAt = (i: number) => i < end && isDigitAt(text, i);
  while (text[at] === space && digitAt(at + 1)) {
    const isGroup = digitAt(at + 2) && digitAt(at + 3) && !digitAt(at + 4);
    if (!isGroup) return start;
    at += 4;
  }
  return at > start + 3 ? at : start;
}

/** A quotation mark that is written as two single ones, and the mark that a token of it has for its text. */
const DOUBLED: ReadonlyMap<string, string> = new Map([
  ["''", '"'],
  ['’’', '”'],
  ['‘‘', '“'],
  ['``', '“'],
]);

/** The genitive is one token, and so are two single quotation marks; every other mark stands alone. */
const markEnd = (text: string, at: number, end: number): number =>
  (at + 1 < end && text[at + 1] === text[at] && DOUBLED.has(text.slice(at, at + 2))) ||
  (APOSTROPHES.has(text[at] ?? '') &&
    at > 0 &&
    isLetterAt(text, at - 1) &&
    isGenitive(text, at, end))
    ? at + 2
    : at + 1;

function addressEnd(text: string, start: number, wordEnd: number, end: number): number {
  const isAddress =
    (text[wordEnd] === '@' && isLetterAt(text, wordEnd + 1)) ||
    (ADDRESS_LETTERS.includes(text[start] ?? '') &&
      ADDRESS_STARTS.some((prefix) => text.startsWith(prefix, start)));
  if (!isAddress) return wordEnd;
  let at = wordEnd;
  while (at < end && classAt(text, at) !== SPACE && !'<>"“”'.includes(text[at] ?? '')) at++;
  while (at > wordEnd && ".,;:!?)]'".includes(text[at - 1] ?? '')) at--;
  return at;
}

/** Tokens of a sentence, the end exclusive. */
export type Range = { readonly from: number; readonly to: number };
