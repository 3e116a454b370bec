import type { ReadDate } from '#domain/claims/reading';
import { addMonths, monthText, parseCalendarDay, toDayNumber } from '../dates/calendar';
import { BACK_TO, COMPARED, PARTS_OF_DAY, PERIOD_NOUNS } from '../english/date-words';
import { DETERMINERS, isFunctionWord } from '../english/grammar-words';
import { ONES } from '../numbers/lexicon';
import type { ReadPassage } from '../tokens/passage';
import type { Range, Token } from '../tokens/tokens';

/** A date with its tokens. */
export type Placed = Range & { readonly date: ReadDate };

const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';

/** The dates of a sentence with their tokens, in the order of the text. */
export function placeDates({ tokens, dates }: ReadPassage): Placed[] {
  const placed: Placed[] = [];
  let at = 0;
  for (const date of dates) {
    while (at < tokens.length && (tokens[at]?.start ?? 0) < date.start) at++;
    let to = at;
    while (to < tokens.length && (tokens[to]?.end ?? 0) <= date.end) to++;
    if (to > at) placed.push({ from: at, to, date });
  }
  return placed;
}

/** The token after a date and the part of the day beside it: 'Monday afternoon'. */
export function datedEnd(tokens: readonly Token[], to: number): number {
  return PARTS_OF_DAY.has(lowerAt(tokens, to)) ? to + 1 : to;
}

const SOFT =
  /^(?:the|early|late|mid|about|around|-|period|year|month|week|financial|fiscal|business)$/;

/** The preposition that a date stands with; '' for none, as in 'said Friday'. */
export function prepositionOf(tokens: readonly Token[], from: number): string {
  let at = from - 1;
  while (at > from - 5 && SOFT.test(lowerAt(tokens, at))) at--;
  return lowerAt(tokens, at);
}

/** 'the 2008 campaign', 'Friday’s vote', 'the Children Act 1989': the date is part of a name. */
export function isInName(tokens: readonly Token[], { from, to }: Range): boolean {
  const after = lowerAt(tokens, datedEnd(tokens, to));
  if (/^['’]s?$/.test(after)) return true;
  const before = tokens[from - 1];
  if (isNamed(tokens, from, to)) return true;
  const isPointed =
    DETERMINERS.has(before?.lower ?? '') ||
    /^['’]s?$/.test(before?.text ?? '') ||
    before?.text === '-';
  const next = tokens[datedEnd(tokens, to)];
  const isNoun = next?.kind === 'word' && next.spaced && !isFunctionWord(next.lower);
  return isPointed && isNoun && !PERIOD_NOUNS.has(next.lower);
}

/** A year right after a capital: 'World Cup 2018'. */
const isNamed = (tokens: readonly Token[], from: number, to: number): boolean =>
  to === from + 1 &&
  /^\d{4}$/.test(tokens[from]?.text ?? '') &&
  tokens[from - 1]?.kind === 'word' &&
  /^\p{Lu}\p{L}/u.test(tokens[from - 1]?.text ?? '') &&
  from > 1;

/** In tokens: how far before a date the word stands that makes it the other side of a comparison. */
const COMPARED_REACH = 12;

/** 'compared with 88% in 2019', 'a fall of 3% on 2019', 'since 2019', 'from 92% in 2019'. */
export function isOtherSide(tokens: readonly Token[], { from }: Range, verb: number): boolean {
  const before = prepositionOf(tokens, from);
  if (BACK_TO.has(before)) return true;
  if (before === 'on' && /^\d{4}$/.test(tokens[from]?.text ?? '')) return true;
  for (let at = from - 1; at > Math.max(verb, from - COMPARED_REACH); at--) {
    const lower = lowerAt(tokens, at);
    if (COMPARED.has(lower)) return true;
    if (lower === ';' || lower === ',') return false;
    if (lower === 'from' && tokens.slice(at, from).some(({ kind }) => kind === 'number'))
      return true;
    if (lower === 'to') return false;
  }
  return false;
}

/** '(starting Friday, 12 December)': an aside, unless the date is all of it. */
export function isInAside(tokens: readonly Token[], { from, to }: Range): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 12); at--) {
    if (lowerAt(tokens, at) === ')') return false;
    if (lowerAt(tokens, at) === '(') return at < from - 1 || lowerAt(tokens, to) !== ')';
  }
  return false;
}

/** 'the last 20 years', 'over the past year': how long something took, and not when it was. */
export const isLength = ({ surface }: ReadDate): boolean =>
  /^(?:the )?(?:last|past|next|coming|previous) (?:.+ )?(?:days|weeks|months|years|decades)$/i.test(
    surface,
  ) || /^the (?:last|past|next|coming) (?:week|month|year|decade)$/i.test(surface);

/** '2012–13': it lies in two years, whichever day it begins on. */
const yearsOf = ({ surface, value }: ReadDate): string | null => {
  const match = /^(\d{4})[-–/](\d\d)$/.exec(surface);
  return value ?? (match ? `${match[1]}/${Number(match[1]) + 1}` : null);
};

/** A date as an event has it, with the date after it where both are one span: '20 or 21 May'. */
export function spanOfDates(
  { text, tokens }: ReadPassage,
  first: Placed,
  next: Placed | undefined,
): ReadDate {
  const value = yearsOf(first.date);
  if (!value) return first.date;
  const period = periodTo(tokens, first);
  if (period) return { ...first.date, value: period, unresolved: null };
  const last = next ? yearsOf(next.date) : null;
  const link = next?.from === first.to + 1 ? lowerAt(tokens, first.to) : '';
  const isSpan =
    /^(?:to|through|until|till|or|[-–—])$/.test(link) ||
    (link === 'and' &&
      (lowerAt(tokens, first.from - 1) === 'between' || areNeighbours(value, last)));
  const isOne =
    !isSpan || !next || !last || value.includes('/') || last.includes('/') || last < value;
  if (isOne)
    return value === first.date.value ? first.date : { ...first.date, value, unresolved: null };
  const { start } = first.date;
  const { end } = next.date;
  return {
    start,
    end,
    surface: text.slice(start, end),
    value: `${value}/${last}`,
    unresolved: null,
  };
}

/** '24 and 25 April', 'Tuesday and Wednesday', '2012 and 2013'. */
function areNeighbours(first: string, last: string | null): boolean {
  if (!last || first.length !== last.length) return false;
  const [one, other] = [parseCalendarDay(first), parseCalendarDay(last)];
  if (one && other) return toDayNumber(other) - toDayNumber(one) === 1;
  const [year = 0, month = 0] = first.split('-').map(Number);
  const [nextYear = 0, nextMonth = 0] = last.split('-').map(Number);
  return month === 0 ? nextYear - year === 1 : 12 * (nextYear - year) + nextMonth - month === 1;
}

/** In months; weeks are left out, since no month begins with them. */
const PERIODS: ReadonlyMap<string, number> = new Map([
  ['year', 12],
  ['quarter', 3],
  ['half', 6],
  ['month', 1],
]);

/** 'the three months to April', 'the quarter ended June 30', 'the year to March': 'first/last' month. */
export function periodTo(tokens: readonly Token[], { from, date }: Placed): string | null {
  if (!/^(?:to|ended|ending)$/.test(lowerAt(tokens, from - 1))) return null;
  const noun = lowerAt(tokens, from - 2);
  const count = ONES.get(lowerAt(tokens, from - 3)) ?? Number(lowerAt(tokens, from - 3));
  const months = noun === 'months' ? count : PERIODS.get(noun);
  const [, year, month] = /^(\d{4})-(\d\d)(?:-\d\d)?$/.exec(date.value ?? '') ?? [];
  if (!months || months > 24 || !year || !month) return null;
  const first = addMonths(Number(year), Number(month), 1 - months);
  return `${monthText(first.year, first.month)}/${monthText(Number(year), Number(month))}`;
}
