import { withoutHalves } from '../text';

/** The exact words of a claim or quote in a text, in UTF-16 code units, end exclusive. */
export type Anchor = {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
};

const CONTEXT = 32;

/**
 * Anchors a range of a text by position and by quote.
 *
 * @param start  first code unit; white space at either end of the range is left out
 * @returns null when nothing is left, or the range is outside the text or cuts a character in half
 * @see W3C Web Annotation Data Model, 4.2.4 Text Quote Selector and 4.2.5 Text Position Selector.
 */
export function toAnchor(text: string, start: number, end: number): Anchor | null {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return null;
  if (start < 0 || end > text.length) return null;
  let from = start;
  let to = end;
  while (from < to && isSpace(text, from)) from++;
  while (to > from && isSpace(text, to - 1)) to--;
  const exact = text.slice(from, to);
  if (from >= to || !exact.isWellFormed()) return null;
  return {
    start: from,
    end: to,
    exact,
    prefix: withoutHalves(text.slice(Math.max(0, from - CONTEXT), from)),
    suffix: withoutHalves(text.slice(to, to + CONTEXT)),
  };
}

const isSpace = (text: string, at: number) => /\s/.test(text.charAt(at));
