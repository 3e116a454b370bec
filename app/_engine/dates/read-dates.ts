import type { ReadDate } from '#domain/claims/reading';
import { HOLIDAYS, MONTHS, SEASONS, WEEKDAYS } from '../english/date-words';
import { opensNumber } from '../numbers/read-number';
import { type Passage, spanOf } from '../tokens/passage';
import { readDayAfter, readDayFirst, readMonthFirst, readYearAndMonth } from './calendar-dates';
import { readAgo, readFollowing } from './following';
import { type DateContext, type Found, isToCome } from './found-date';
import { readHoliday } from './holidays';
import { NEAR_DAYS, readNearDay, readSeason, readWeekday } from './near-days';
import { readNumericDate } from './numeric-dates';
import { QUARTER_OPENERS, readQuarter } from './quarters';
import { PERIOD_SHIFTS, readRelativePeriod } from './relative-dates';
import { DECADES, readDecadeInWords, readOrdinalCentury, readYear } from './years';

export type { DateContext } from './found-date';

export type FoundDate = ReadDate & { readonly solid: boolean };

/**
 * Reads the dates of one sentence, and remembers in `context` the year named last.
 *
 * @returns dates in the order of the text; `text.slice(start, end)` is each one's surface
 */
export function readDates(passage: Passage, context: DateContext): FoundDate[] {
  const { tokens } = passage;
  const dates: FoundDate[] = [];
  let at = 0;
  let previous: Found | null = null;
  while (at < tokens.length) {
    const found: Found | null =
      (previous && readDayAfter(passage, at, previous)) ?? readDateAt(passage, at, context);
    previous = found;
    if (!found) {
      at++;
      continue;
    }
    dates.push(toDate(passage, found, context));
    at = Math.max(found.to, at + 1);
  }
  return dates;
}

function toDate({ text, tokens }: Passage, found: Found, context: DateContext): FoundDate {
  const start = tokens[found.from]?.start ?? 0;
  const end = tokens[found.to - 1]?.end ?? start;
  const isBound = BOUNDS.has(tokens[found.from - 1]?.lower ?? '');
  if (found.year !== null && !isBound) context.lastYear = { year: found.year, at: start };
  if (found.value !== null && found.solid && !isBound) {
    context.last = { value: found.value, at: start };
    if (!isToCome(context, found.value)) context.lastPast = context.last;
  }
  if (found.isNear) context.isNews = true;
  const { value, unresolved, solid } = found;
  return { start, end, surface: text.slice(start, end), value, unresolved, solid };
}

/** 'since 2019' is the start of a time; the event is not of that year. */
const BOUNDS = new Set(['since', 'until', 'till', 'than']);

type DateRule = {
  readonly name: string;
  readonly read: (passage: Passage, at: number, context: DateContext) => Found | null;
};

const rule = (name: string, read: DateRule['read']): DateRule => ({ name, read });

const ago = rule('ago', readAgo);

/** The rules for a date that begins with a number: the first that reads one is taken. */
const BY_NUMBER: readonly DateRule[] = [
  rule('date in numbers', ({ tokens }, at) => readNumericDate(tokens, at)),
  rule('day and month', readDayFirst),
  rule('century', ({ tokens }, at) => readOrdinalCentury(tokens, at)),
  ago,
  rule('year and month', ({ tokens }, at) => readYearAndMonth(tokens, at)),
  rule('year', ({ tokens }, at) => readYear(tokens, at)),
];

/** The same for a date that begins with a word. */
const BY_WORD: readonly DateRule[] = [
  rule('weekday', readWeekday),
  rule('month and day', readMonthFirst),
  rule('near day', readNearDay),
  rule('following', readFollowing),
  rule('holiday', readHoliday),
  rule('decade in words', readDecadeInWords),
  rule('relative period', readRelativePeriod),
  rule('season', readSeason),
  rule('quarter', readQuarter),
  ago,
];

const NO_RULES: readonly DateRule[] = [];
const RULES = { number: BY_NUMBER, word: BY_WORD, address: NO_RULES, mark: NO_RULES };

/** Words that one of the rules begins with; nine words in ten are none, and no rule is asked about them. */
const OPENING_WORDS: ReadonlySet<string> = new Set([
  ...[WEEKDAYS, MONTHS, SEASONS, HOLIDAYS, NEAR_DAYS, DECADES, PERIOD_SHIFTS].flatMap((words) => [
    ...words.keys(),
  ]),
  ...QUARTER_OPENERS,
  ...['the', 'that', 'year', 'end'],
]);

function readDateAt(passage: Passage, at: number, context: DateContext): Found | null {
  const token = passage.tokens[at];
  if (!token || !(OPENING_WORDS.has(token.lower) || opensNumber(token))) return null;
  for (const { name, read } of RULES[token.kind]) {
    const found = read(passage, at, context);
    if (!found) continue;
    passage.trace?.({
      stage: 'date',
      rule: name,
      gave: found.value ?? found.unresolved ?? 'no day',
      ...spanOf(passage.tokens, found),
    });
    return found;
  }
  return null;
}
