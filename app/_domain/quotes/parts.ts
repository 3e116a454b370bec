import { nearestStretch, toSought } from '../texts/edit-distance';
import { findLetters, findLinearly, findNear } from '../texts/letter-index';
import { toLetters } from '../texts/letters';
import { type SearchableText, type Stretch, toStretch } from '../texts/searchable-text';
import { cutsWord } from '../texts/word-edges';
import type { QuotePart } from './differences';

/** A stretch of a quote between ellipses and square brackets. */
export type MarkedPart = {
  readonly quoteStart: number;
  readonly quoteEnd: number;
  readonly letters: Uint16Array;
  /** Letters in brackets are joined to it, so that it may end inside a word: 'construct[ed]'. */
  readonly isJoinedBefore: boolean;
  readonly isJoinedAfter: boolean;
};

const MARK = /\[[^[\]]*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.(?:\s?\.){2,}/g;

/**
 * The parts of a quote between its ellipses and square brackets, which say that something was left
 * out or put in. '[T]he' is a word with a letter changed, and divides nothing.
 */
export function splitQuote(quote: string): MarkedPart[] {
  const marks = [...quote.matchAll(MARK)].filter(
    ({ 0: mark, index }) =>
      !(/^\[\p{L}{1,3}\]$/u.test(mark) && /^\p{L}/u.test(quote.slice(index + mark.length))),
  );
  const isLetter = (at: number) => /[\p{L}\p{M}\p{N}]/u.test(quote.charAt(at));
  const ends = [...marks.map(({ index }) => index), quote.length];
  return ends.flatMap((quoteEnd, at) => {
    const before = marks[at - 1];
    const quoteStart = before ? before.index + before[0].length : 0;
    const letters = toLetters(quote.slice(quoteStart, quoteEnd)).codes;
    if (letters.length === 0) return [];
    const isJoinedBefore = quoteStart > 0 && isLetter(quoteStart);
    const isJoinedAfter = quoteEnd < quote.length && isLetter(quoteEnd - 1);
    return [{ quoteStart, quoteEnd, letters, isJoinedBefore, isJoinedAfter }];
  });
}

/** The longest part leads to the others, so it must be worth looking for. */
const SHORTEST_LEADING = 8;
const SHORTEST_IN_ALL = 12;
const MOST_TRIED = 200;

/** A text with more marks than this is no quotation with omissions. */
const MOST_PARTS = 20;

/** Letters that an ellipsis may stand for: thirty times the shorter part, and never more than a page. */
const OMITTED_PER_LETTER = 30;
const MOST_OMITTED = 1000;

/** Letters that words in brackets may stand for. */
const MOST_REPLACED = 80;

/**
 * Finds the parts of a quote in their order, none too far from the next.
 *
 * @param allowedChanges  how many letters of a part may differ
 * @returns where each stands, or null when not all do
 */
export function locateParts(
  searchable: SearchableText,
  quote: string,
  parts: readonly MarkedPart[],
  allowedChanges: (part: MarkedPart) => number,
): QuotePart[] | null {
  const total = parts.reduce((sum, { letters }) => sum + letters.length, 0);
  const leading = parts.reduce(
    (longest, { letters }, at) =>
      letters.length > (parts[longest]?.letters.length ?? 0) ? at : longest,
    0,
  );
  const lead = parts[leading];
  if (
    !lead ||
    parts.length > MOST_PARTS ||
    total < SHORTEST_IN_ALL ||
    lead.letters.length < SHORTEST_LEADING
  )
    return null;
  const codes = searchable.index().codes;
  const isClean = (part: MarkedPart, stretch: Stretch) => {
    const { start, end } = toStretch(searchable, stretch);
    return (
      (part.isJoinedBefore || !cutsWord(searchable.text, start)) &&
      (part.isJoinedAfter || !cutsWord(searchable.text, end))
    );
  };
  const within = (part: MarkedPart, from: number, to: number, isLast: boolean): Stretch | null => {
    const window = codes.subarray(Math.max(0, from), Math.min(codes.length, to));
    const offset = Math.max(0, from);
    const alike = findLinearly(window, part.letters, MOST_TRIED).map((start) => ({
      start: offset + start,
      end: offset + start + part.letters.length,
    }));
    const isFitting = (stretch: Stretch) => isClean(part, stretch);
    const exact = isLast ? alike.findLast(isFitting) : alike.find(isFitting);
    if (exact) return exact;
    const allowed = allowedChanges(part);
    if (allowed === 0 || window.length === 0) return null;
    const near = nearestStretch(toSought(part.letters), window);
    if (near.distance > allowed) return null;
    return { start: offset + near.start, end: offset + near.end };
  };

  const alike = findLetters(searchable.index(), lead.letters, MOST_TRIED)
    .map((start) => ({ start, end: start + lead.letters.length }))
    .filter((stretch) => isClean(lead, stretch));
  const allowed = allowedChanges(lead);
  const beginnings =
    alike.length > 0
      ? alike
      : findNear(searchable.index(), lead.letters).filter(({ distance }) => distance <= allowed);
  for (const beginning of beginnings) {
    const found: Stretch[] = [beginning];
    for (const [at, part] of parts.entries()) {
      const last = found.at(-1);
      if (at <= leading || !last) continue;
      const reach = reachOf(quote, part, parts.slice(at - 1, at + 1));
      const next = within(part, last.end, last.end + reach, false);
      if (!next) break;
      found.push(next);
    }
    for (let at = leading - 1; at >= 0; at--) {
      const part = parts[at] as MarkedPart;
      const first = found[0] as Stretch;
      const reach = reachOf(quote, part, parts.slice(at, at + 2));
      const before = within(part, first.start - reach, first.start, true);
      if (!before) break;
      found.unshift(before);
    }
    if (found.length < parts.length) continue;
    return parts.map((part, at) => ({
      quoteStart: part.quoteStart,
      quoteEnd: part.quoteEnd,
      ...toStretch(searchable, found[at] as Stretch),
    }));
  }
  return null;
}

/** How many letters away a part may end from the one it is next to. */
function reachOf(quote: string, part: MarkedPart, [one, next]: readonly MarkedPart[]): number {
  const mark = quote.slice(one?.quoteEnd, next?.quoteStart);
  const isOmission = /…|\.\s?\./.test(mark);
  const shorter = Math.min(one?.letters.length ?? 0, next?.letters.length ?? 0);
  const gap = isOmission ? Math.min(MOST_OMITTED, OMITTED_PER_LETTER * shorter) : MOST_REPLACED;
  return gap + Math.ceil(1.25 * part.letters.length);
}
