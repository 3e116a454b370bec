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
  monthText,
  parseCalendarDay,
  toDayNumber,
  weekdayOf,
  yearText,
} from './calendar';
import { readDayFirst, readMonthFirst } from './calendar-dates';
import { type DateContext, type Found, NO_PUBLICATION_DATE, open, settled } from './found-date';
import { tenseAround } from './tense';

export const PERIOD_SHIFTS = new Map([
  ['this', 0],
  ['last', -1],
  ['previous', -1],
  ['past', -1],
  ['next', 1],
  ['coming', 1],
]);

/** 'this week', 'last month', 'the week before last', 'the past 30 days', 'end of the month', 'that year'. */
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
    if (to) return endOf('year', at, to, context);
  }
  if (word === 'end' && next === 'of') {
    const skip = ['the', 'this'].includes(tokens[at + 2]?.lower ?? '') ? at + 3 : at + 2;
    const period = tokens[skip]?.lower ?? '';
    if (period === 'year' || (skip > at + 2 && /^(?:week|month)$/.test(period)))
      return endOf(period, tokens[at - 1]?.lower === 'the' ? at - 1 : at, skip + 1, context);
  }
  if (word === 'that' || (word === 'the' && next === 'same'))
    return readThatYear(tokens, at, context);
  if (word === 'the') return readNearPeriod(passage, at, context);
  const shift = PERIOD_SHIFTS.get(word);
  if (shift === undefined) return null;
  const period = PERIOD_WORDS.get(next);
  if (!period) return readPastSpan(passage, at, shift, context);
  if (tokens[at - 1]?.lower === 'the' && SPAN_LENGTHS.has(next)) {
    if (BEFORE_SPAN.has(tokens[at - 2]?.lower ?? ''))
      return spanFrom(at - 1, at + 2, period, shift, context, true);
    if (word === 'next') return null;
  }
  if (period === 'day' || next.endsWith('s'))
    return next === 'years' && word === 'this' ? periodFrom(at, 'year', shift, context) : null;
  return periodFrom(at, period, shift, context);
}

/** 'the week before last', 'the week of March 6', 'over the weekend'. */
function readNearPeriod(passage: Passage, at: number, context: DateContext): Found | null {
  const { tokens } = passage;
  const period = PERIOD_WORDS.get(tokens[at + 1]?.lower ?? '');
  const [third, fourth] = [tokens[at + 2]?.lower ?? '', tokens[at + 3]?.lower ?? ''];
  if (!period || period === 'day') return null;
  const isBack = third === 'before' && fourth === 'last';
  const isAhead = third === 'after' && fourth === 'next';
  if (isBack || isAhead) {
    const found = periodFrom(at, period, isBack ? -2 : 2, context);
    return found && { ...found, to: at + 4 };
  }
  if (period === 'week' && third === 'of') return weekOf(passage, at, context);
  const isWeekend = period === 'weekend' && BEFORE_WEEKEND.has(tokens[at - 1]?.lower ?? '');
  if (!isWeekend || third === 'of') return null;
  const isNext = tenseAround(passage, at, at + 2) === 'future';
  const found = periodFrom(at, period, 0, context);
  const { published } = context;
  if (!isNext || !published || weekdayOf(toDayNumber(published)) % 6 === 0) return found;
  const saturday = toDayNumber(published) + 6 - weekdayOf(toDayNumber(published));
  return settled(at, at + 2, `${dayNumberText(saturday)}/${dayNumberText(saturday + 1)}`, null);
}

const BEFORE_WEEKEND = new Set(['over', 'at', 'on', 'during', 'throughout', 'for', 'across']);

/** 'the week of September 30th': from its Monday to its Sunday. */
function weekOf(passage: Passage, at: number, context: DateContext): Found | null {
  const found = readMonthFirst(passage, at + 3, context) ?? readDayFirst(passage, at + 3, context);
  const day = found?.from === at + 3 ? parseCalendarDay(found.value) : null;
  if (!found || !day || found.value?.length !== 10) return null;
  const monday = toDayNumber(day) - ((weekdayOf(toDayNumber(day)) + 6) % 7);
  return { ...found, from: at, value: `${dayNumberText(monday)}/${dayNumberText(monday + 6)}` };
}

const SPAN_LENGTHS = new Set(['week', 'month', 'year', 'decade']);
const BEFORE_SPAN = new Set(['over', 'in', 'within', 'during', 'for', 'throughout']);

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

/** The last day of this year, this month, or this week, which ends on Sunday. */
function endOf(period: string, from: number, to: number, { published }: DateContext): Found {
  if (!published) return open(from, to, NO_PUBLICATION_DATE);
  const { year, month } = published;
  const today = toDayNumber(published);
  const day =
    period === 'year'
      ? dayText({ year, month: 12, day: 31 })
      : period === 'month'
        ? dayText({ year, month, day: daysInMonth(year, month) })
        : dayNumberText(today + ((7 - weekdayOf(today)) % 7));
  return settled(from, to, day, null);
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
  context: DateContext,
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
  return spanFrom(from, number.to + 1, period, shift * count, context, false);
}

function spanFrom(
  from: number,
  to: number,
  period: string,
  count: number,
  { published }: DateContext,
  solid: boolean,
): Found | null {
  if (!published) return open(from, to, NO_PUBLICATION_DATE, solid);
  const other = moved(published, period, count);
  if (other === null) return null;
  const [today, there] = [dayText(published), dayNumberText(other)];
  return settled(from, to, count < 0 ? `${there}/${today}` : `${today}/${there}`, null, solid);
}

/** The day so many periods away, counted as `toDayNumber` counts; null before the year 1. */
export function moved(from: Calendar, period: string, count: number): number | null {
  const today = toDayNumber(from);
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[period];
  if (months === undefined)
    return period === 'week' ? today + 7 * count : period === 'day' ? today + count : null;
  const { year, month } = addMonths(from.year, from.month, months * count);
  if (year < 1) return null;
  return toDayNumber({ year, month, day: Math.min(from.day, daysInMonth(year, month)) });
}
