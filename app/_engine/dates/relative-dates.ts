import { PERIOD_WORDS } from '../english/date-words';
import { readNumber } from '../numbers/read-number';
import type { Passage } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import {
  addMonths,
  type Calendar,
  dayNumberText,
  daysInMonth,
  dayText,
  fromDayNumber,
  monthText,
  toDayNumber,
  weekdayOf,
  yearText,
} from './calendar';
import { type DateContext, type Found, NO_PUBLICATION_DATE, open, settled } from './found-date';

export const PERIOD_SHIFTS = new Map([
  ['this', 0],
  ['last', -1],
  ['previous', -1],
  ['past', -1],
  ['next', 1],
  ['coming', 1],
]);

/** 'this week', 'last month', 'next year', 'the past 30 days', 'year end', 'that year'. */
export function readRelativePeriod(
  passage: Passage,
  at: number,
  context: DateContext,
): Found | null {
  const { tokens } = passage;
  const word = tokens[at]?.lower ?? '';
  const next = tokens[at + 1]?.lower ?? '';
  if (word === 'year' && /^(?:end|-)$/.test(next)) {
    const to = next === 'end' ? at + 2 : tokens[at + 2]?.lower === 'end' ? at + 3 : 0;
    if (to) return endOfYear(at, to, context);
  }
  if (word === 'end' && next === 'of') {
    const skip = ['the', 'this'].includes(tokens[at + 2]?.lower ?? '') ? at + 3 : at + 2;
    if (tokens[skip]?.lower === 'year')
      return endOfYear(tokens[at - 1]?.lower === 'the' ? at - 1 : at, skip + 1, context);
  }
  if (word === 'that' || (word === 'the' && next === 'same'))
    return readThatYear(tokens, at, context);
  const shift = PERIOD_SHIFTS.get(word);
  if (shift === undefined) return null;
  const period = PERIOD_WORDS.get(next);
  if (!period) return readPastSpan(passage, at, shift, context);
  if (period === 'day' || next.endsWith('s'))
    return next === 'years' && word === 'this' ? periodFrom(at, 'year', shift, context) : null;
  return periodFrom(at, period, shift, context);
}

function periodFrom(
  at: number,
  period: string,
  shift: number,
  { published }: DateContext,
): Found | null {
  if (!published) return open(at, at + 2, NO_PUBLICATION_DATE);
  const value = periodValue(published, period, shift);
  return value === null ? null : settled(at, at + 2, value, null);
}

function endOfYear(from: number, to: number, { published }: DateContext): Found {
  return published
    ? settled(from, to, `${yearText(published.year)}-12-31`, null)
    : open(from, to, NO_PUBLICATION_DATE);
}

function readThatYear(
  tokens: readonly Token[],
  at: number,
  { lastYear }: DateContext,
): Found | null {
  const to = tokens[at + 1]?.lower === 'same' ? at + 3 : at + 2;
  if (tokens[to - 1]?.lower !== 'year') return null;
  return lastYear ? settled(at, to, yearText(lastYear.year), null) : null;
}

function periodValue(published: Calendar, period: string, shift: number): string | null {
  const today = toDayNumber(published);
  const monday = today - ((weekdayOf(today) + 6) % 7) + 7 * shift;
  switch (period) {
    case 'week':
      return `${dayNumberText(monday)}/${dayNumberText(monday + 6)}`;
    case 'weekend': {
      const saturday =
        (weekdayOf(today) === 0 ? today - 1 : today + 6 - weekdayOf(today)) + 7 * shift;
      const recent = shift === 0 && saturday > today + 1 ? saturday - 7 : saturday;
      return `${dayNumberText(recent)}/${dayNumberText(recent + 1)}`;
    }
    case 'month': {
      const { year, month } = addMonths(published.year, published.month, shift);
      return monthText(year, month);
    }
    case 'year':
      return yearText(published.year + shift);
    case 'quarter': {
      const first = addMonths(
        published.year,
        Math.floor((published.month - 1) / 3) * 3 + 1,
        3 * shift,
      );
      const last = addMonths(first.year, first.month, 2);
      return `${dayText({ ...first, day: 1 })}/${dayText({ ...last, day: daysInMonth(last.year, last.month) })}`;
    }
    case 'decade':
      return `${yearText(published.year + 10 * shift)}/${yearText(published.year)}`;
    case 'century': {
      const first = Math.floor(published.year / 100) * 100 + 100 * shift;
      return `${yearText(first)}-01-01/${yearText(first + 99)}-12-31`;
    }
    default:
      return null;
  }
}

/** 'the past 30 days', 'the last five years': up to the day of publication. */
function readPastSpan(
  passage: Passage,
  at: number,
  shift: number,
  { published }: DateContext,
): Found | null {
  const { tokens } = passage;
  if (shift === 0) return null;
  const number = readNumber(tokens, at + 1);
  const count =
    number && number.value.denominator === 1n && !number.order
      ? Number(number.value.numerator)
      : null;
  const period = number && PERIOD_WORDS.get(tokens[number.to]?.lower ?? '');
  if (!number || !period || count === null || count > 1000) return null;
  const from = tokens[at - 1]?.lower === 'the' ? at - 1 : at;
  const to = number.to + 1;
  if (!published) return open(from, to, NO_PUBLICATION_DATE, false);
  const other = moved(published, period, shift * count);
  if (!other) return null;
  const [today, there] = [dayText(published), dayNumberText(other)];
  return settled(from, to, shift < 0 ? `${there}/${today}` : `${today}/${there}`, null, false);
}

function moved(from: Calendar, period: string, count: number): number | null {
  const today = toDayNumber(from);
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[period];
  if (months === undefined)
    return period === 'week' ? today + 7 * count : period === 'day' ? today + count : null;
  const { year, month } = addMonths(from.year, from.month, months * count);
  if (year < 1) return null;
  return toDayNumber({ year, month, day: Math.min(from.day, daysInMonth(year, month)) });
}

/** 'two years ago', 'three days earlier', 'two years later': as fine as its unit. */
export function readAgo(passage: Passage, at: number, context: DateContext): Found | null {
  const { tokens } = passage;
  const isArticle = tokens[at]?.lower === 'a' || tokens[at]?.lower === 'an';
  const number = isArticle ? null : readNumber(tokens, at);
  const periodAt = isArticle ? at + 1 : (number?.to ?? at);
  const period = PERIOD_WORDS.get(tokens[periodAt]?.lower ?? '');
  if (!period || (!isArticle && !number) || number?.order || number?.form === 'fraction')
    return null;
  const word = tokens[periodAt + 1]?.lower ?? '';
  if (word !== 'ago' && word !== 'later' && word !== 'earlier') return null;
  const count = isArticle ? 1 : Number(number?.value.numerator ?? 1n);
  if (count > 10_000) return null;
  const to = periodAt + 2;
  if (word !== 'ago')
    return readLater(
      tokens[at]?.start ?? 0,
      at,
      to,
      period,
      count * (word === 'later' ? 1 : -1),
      context,
    );
  if (!context.published) return open(at, to, NO_PUBLICATION_DATE, false);
  const day = moved(context.published, period, -count);
  return day === null ? null : settled(at, to, asFineAs(fromDayNumber(day), period), null, false);
}

/** In UTF-16 units: the same sentence or the one before. */
const LEANS_FOR = 300;
const YEAR_NOT_NAMED = 'the year that it counts from is not named close by';

/** 'Two years later' counts from the year named last, unless that is far back. */
function readLater(
  start: number,
  from: number,
  to: number,
  period: string,
  count: number,
  { lastYear }: DateContext,
): Found | null {
  if (!lastYear || !['year', 'decade'].includes(period)) return null;
  if (start - lastYear.at > LEANS_FOR) return open(from, to, YEAR_NOT_NAMED, false);
  const year = lastYear.year + count * (period === 'decade' ? 10 : 1);
  return settled(from, to, yearText(year), year, false);
}

function asFineAs(day: Calendar, period: string): string {
  if (period === 'day' || period === 'week') return dayText(day);
  return period === 'month' ? monthText(day.year, day.month) : yearText(day.year);
}
