import { editDistance } from '../texts/edit-distance';
import { toLetters } from '../texts/letters';
import type { Stretch } from '../texts/searchable-text';
import type { QuotePart } from './differences';
import { toQuoteWords } from './words';

/** So far beyond a passage its first or last word is looked for, in words and in characters. */
const NEAR_WORDS = 3;
const NEAR_CHARACTERS = 60;

/**
 * The stretch with the quote's first and last word, where they stand just outside it and no more letters
 * differ then: fewest are changed too when 'did open' is taken for 'not open', but what a person reads is
 * 'did not open'.
 */
export function withEdgeWords(text: string, quote: string, stretch: Stretch): Stretch {
  const quoted = toQuoteWords(quote);
  const passage = toQuoteWords(text, stretch.start, stretch.end);
  let { start, end } = stretch;
  const [first, last] = [quoted[0]?.key, quoted.at(-1)?.key];
  if (first !== passage[0]?.key) {
    const from = Math.max(0, start - NEAR_CHARACTERS);
    const before = toQuoteWords(text, from, start).slice(-NEAR_WORDS);
    start = before.findLast(({ key }) => key === first)?.start ?? start;
  }
  if (last !== passage.at(-1)?.key) {
    const after = toQuoteWords(text, end, end + NEAR_CHARACTERS).slice(0, NEAR_WORDS);
    end = after.find(({ key }) => key === last)?.end ?? end;
  }
  const wider = { start, end };
  const isNearer = changedFrom(quote, text, wider) <= changedFrom(quote, text, stretch);
  return isNearer ? wider : stretch;
}

const changedFrom = (quote: string, text: string, { start, end }: Stretch) =>
  changedLetters(toLetters(text.slice(start, end)).codes, toLetters(quote).codes);

/** How many letters must be changed, added or left out to make one of the other. */
export function changedLetters(one: Uint16Array, other: Uint16Array): number {
  let start = 0;
  const shorter = Math.min(one.length, other.length);
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return editDistance(
    one.subarray(start, one.length - end),
    other.subarray(start, other.length - end),
  );
}

/** The stretch with the quotation marks and stops beside it that the quote begins and ends with. */
export function withQuotationMarks(text: string, quote: string, part: QuotePart): Stretch {
  const quoted = quote.slice(part.quoteStart, part.quoteEnd);
  const leading = shapesOf(/^[^\p{L}\p{N}\p{Sc}%&]*/u.exec(quoted)?.[0] ?? '');
  const trailing = shapesOf(/[^\p{L}\p{M}\p{N}\p{Sc}%&]*$/u.exec(quoted)?.[0] ?? '');
  let { start, end } = part;
  for (let at = start - 1, left = leading; at >= 0 && left; at--) {
    const shape = shapesOf(text.charAt(at));
    if (!left.endsWith(shape)) break;
    left = left.slice(0, left.length - shape.length);
    if (shape) start = at;
  }
  for (let at = end, left = trailing; at < text.length && left; at++) {
    const shape = shapesOf(text.charAt(at));
    if (!left.startsWith(shape)) break;
    left = left.slice(shape.length);
    if (shape) end = at + 1;
  }
  return { start, end };
}

const shapesOf = (marks: string) =>
  marks
    .replace(/[\s\u00ad\u200b-\u200d\u2060]/g, '')
    .replaceAll('…', '...')
    .replace(/[\p{Pi}\p{Pf}'`´„‚]/gu, '"')
    .replace(/[\p{Pd}−]/gu, '-');
