import type { Span } from '#domain/texts/annotation';
import { isLetterAt, isSpaceAt } from './tokens';

/** Marks that may stand before the first word of a sentence. */
export const OPENING_MARKS = '"\'“‘«([{‹¿¡„*_';
export const BULLETS = '•⁃‣◦▪●·*';
export const CLOSING_MARKS = '"\'”’»)]}›';
export const SENTENCE_MARKS = '.!?…。！？．｡‽';

/** How many letters back or ahead a word is looked at; longer ones are no abbreviations. */
const LONGEST_WORD = 24;

/** Whether the letter at this UTF-16 offset is a capital; false for what has no case. */
export function isUpper(text: string, at: number): boolean {
  const char = text[at] ?? '';
  return char !== char.toLowerCase();
}

/** Whether a word begins with a capital, of any script. */
export function opensUpper(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : UPPER.test(word);
}

const UPPER = /^\p{Lu}/u;

/** Whether the letter at this UTF-16 offset is a small one; false for what has no case. */
export function isLower(text: string, at: number): boolean {
  const char = text[at] ?? '';
  return char !== char.toUpperCase();
}

/** The first place from `start` that is neither white space nor an opening mark. */
export function skipOpening(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (isSpaceAt(text, at) || OPENING_MARKS.includes(text[at] ?? ''))) at++;
  return at;
}

/** The word that ends at `end`, with the points inside it: 'U.S', 'p.m'. */
export function wordBefore(text: string, limit: number, end: number): string {
  let at = end;
  while (at > limit && end - at < LONGEST_WORD) {
    const inside = isLetterAt(text, at - 1) || /[\d°]/.test(text[at - 1] ?? '');
    const point = text[at - 1] === '.' && at - 1 > limit && isLetterAt(text, at - 2);
    if (!inside && !point) break;
    at--;
  }
  return text.slice(at, end);
}

/** The letters from this UTF-16 offset on, no more than a word of some length has; '' when none is there. */
export function wordAt(text: string, start: number): string {
  let at = start;
  while (isLetterAt(text, at) && at - start < LONGEST_WORD) at++;
  return text.slice(start, at);
}

/** The start of the letters that end at `end`. */
export function lettersBackFrom(text: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < LONGEST_WORD && isLetterAt(text, at - 1)) at--;
  return at;
}

/** The same span without white space at its ends. */
export function trimSpan(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && isSpaceAt(text, from)) from++;
  while (to > from && isSpaceAt(text, to - 1)) to--;
  return { start: from, end: to };
}
