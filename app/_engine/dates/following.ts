import { PERIOD_WORDS } from '../english/date-words';
import { isFunctionWord } from '../english/grammar-words';
import { readNumber } from '../numbers/read-number';
import type { Passage } from '../tokens/passage';
import type { Range, Token } from '../tokens/tokens';
import {
  addMonths,
  type Calendar,
  dayNumberText,
  dayText,
  fromDayNumber,
  monthText,
  parseCalendarDay,
  toDayNumber,
  yearText,
} from './calendar';
import { readDayFirst, readMonthFirst } from './calendar-dates';
import {
  type DateContext,
  type Found,
  isToCome,
  NO_PUBLICATION_DATE,
  open,
  settled,
} from './found-date';
import { readHoliday } from './holidays';
import { readWeekday } from './near-days';
import { moved } from './relative-dates';
import { tenseAround } from './tense';

/** In UTF-16 units: the same sentence or the one before. */
const LEANS_FOR = 300;
const NOT_NAMED = 'the date that it counts from is not named close by';

const PARTS_OF_DAY = new Set(['morning', 'afternoon', 'evening', 'night']);

/** Mean lengths in days, for 'two and a half years ago'. */
const LENGTHS = new Map([
  ['week', 7],
  ['month', 30.44],
  ['year', 365.25],
  ['decade', 3652.5],
]);

const periodAt = (tokens: readonly Token[], at: number): string | undefined => {
  const lower = tokens[at]?.lower ?? '';
  if (PARTS_OF_DAY.has(lower)) return 'day';
  return lower.endsWith('s') ? undefined : PERIOD_WORDS.get(lower);
};

/** 'the next day', 'the following week', 'the year before', 'that night', 'the day before yesterday'. */
export function readFollowing(passage: Passage, at: number, context: DateContext): Found | null {
  const { tokens } = passage;
  const word = tokens[at]?.lower;
  if (word === 'that') return readSame(passage, at, at + 1, context);
  if (word !== 'the') return null;
  const next = tokens[at + 1]?.lower ?? '';
  if (next === 'same') return readSame(passage, at, at + 2, context);
  const step = /^(?:next|following)$/.test(next)
    ? 1
    : /^(?:previous|preceding)$/.test(next)
      ? -1
      : 0;
  if (step !== 0) {
    const period = periodAt(tokens, at + 2);
    const isSpan = /^(?:in|over|for|within|during|throughout|of)$/.test(
      tokens[at - 1]?.lower ?? '',
    );
    if (!period || (isSpan && period !== 'day' && next === 'next')) return null;
    const found = fromLast(passage, at, at + 3, period, step, context);
    // 'was released the next day' was so before it was told, whichever day was named last.
    const isBeyond = found?.value && step > 0 && isToCome(context, found.value);
    return isBeyond && tenseAround(passage, at, at + 3) === 'past'
      ? open(at, at + 3, NOT_NAMED)
      : found;
  }
  return readBefore(passage, at, context);
}

/** 'the year before', 'the day after'; not 'the day before the vote'. */
function readBefore(passage: Passage, at: number, context: DateContext): Found | null {
  const { tokens } = passage;
  const period = periodAt(tokens, at + 1);
  const word = tokens[at + 2]?.lower;
  const step = word === 'before' ? -1 : word === 'after' ? 1 : 0;
  if (!period || step === 0) return null;
  const after = tokens[at + 3];
  const { published } = context;
  const near = { yesterday: -1, tomorrow: 1 }[after?.lower ?? ''];
  if (near === step && period === 'day')
    return published
      ? settled(at, at + 4, dayNumberText(toDayNumber(published) + 2 * near), null)
      : open(at, at + 4, NO_PUBLICATION_DATE);
  const named = period === 'day' ? besideDay(passage, at, step, context) : null;
  if (named) return named;
  const isLast = after?.lower === 'last' || after?.lower === 'next';
  if (
    after &&
    after.kind !== 'mark' &&
    (isLast || !/^(?:and|but|to|in|at|when|while|as|with|on|for|by)$/.test(after.lower))
  )
    return null;
  return fromLast(passage, at, at + 3, period, step, context);
}

/** 'the day before last Tuesday', 'the night after 3 May'. */
function besideDay(passage: Passage, at: number, step: number, context: DateContext): Found | null {
  const found =
    readWeekday(passage, at + 3, context) ??
    readMonthFirst(passage, at + 3, context) ??
    readDayFirst(passage, at + 3, context) ??
    readHoliday(passage, at + 3, context);
  const value = found?.value ? shifted(found.value, 'day', step) : null;
  return found && value ? settled(at, found.to, value, found.year) : null;
}

/** 'that day', 'the same week': the date told last, if it is as fine as that. */
function readSame(passage: Passage, from: number, at: number, { last }: DateContext): Found | null {
  const period = periodAt(passage.tokens, at);
  const start = passage.tokens[from]?.start ?? 0;
  const next = passage.tokens[at + 1];
  if (!period || period === 'year' || !last || start - last.at > LEANS_FOR) return null;
  if (next?.kind === 'word' && !isFunctionWord(next.lower)) return null;
  if (period === 'day')
    return parseOne(last.value) ? settled(from, at + 1, last.value, null) : null;
  if (period === 'month' && /^\d{4}-\d\d/.test(last.value) && !last.value.includes('/'))
    return settled(from, at + 1, last.value.slice(0, 7), null);
  return null;
}

const parseOne = (value: string): Calendar | null =>
  value.length === 10 ? parseCalendarDay(value) : null;

function fromLast(
  { tokens }: Passage,
  from: number,
  to: number,
  period: string,
  step: number,
  { last }: DateContext,
): Found | null {
  const start = tokens[from]?.start ?? 0;
  const value = last && start - last.at <= LEANS_FOR ? shifted(last.value, period, step) : null;
  if (!value) return null;
  return settled(from, to, period === 'year' ? value.slice(0, 4) : value, null);
}

/** A date moved by whole periods; null where it is not fine enough for them. */
function shifted(value: string, period: string, count: number): string | null {
  if (value.includes('/')) {
    const [first, end] = value.split('/').map((part) => shifted(part, period, count));
    return first && end && period !== 'day' ? `${first}/${end}` : null;
  }
  const day = parseOne(value);
  if (period === 'day' || period === 'week')
    return day ? dayNumberText(toDayNumber(day) + count * (period === 'week' ? 7 : 1)) : null;
  const [year = 0, month = 0] = value.split('-').map(Number);
  if (period === 'year' || period === 'decade') {
    const other = year + count * (period === 'decade' ? 10 : 1);
    if (other < 1) return null;
    return value.length === 4 ? yearText(other) : monthText(other, month);
  }
  if (period !== 'month' || month === 0) return null;
  const other = addMonths(year, month, count);
  return other.year < 1 ? null : monthText(other.year, other.month);
}

/** 'two years ago', 'three days earlier', 'two years later': as fine as its unit. */
export function readAgo(passage: Passage, at: number, context: DateContext): Found | null {
  const { tokens } = passage;
  const isArticle = tokens[at]?.lower === 'a' || tokens[at]?.lower === 'an';
  const number = isArticle ? null : readNumber(tokens, at);
  const place = isArticle ? at + 1 : (number?.to ?? at);
  const unit = tokens[place]?.lower ?? '';
  const isFortnight = unit === 'fortnight' || unit === 'fortnights';
  const period = isFortnight ? 'week' : PERIOD_WORDS.get(unit);
  if (!period || (!isArticle && !number) || number?.order || number?.form === 'fraction')
    return null;
  const word = tokens[place + 1]?.lower ?? '';
  if (!/^(?:ago|later|earlier)$/.test(word)) return null;
  const amount = number ? Number(number.value.numerator) / Number(number.value.denominator) : 1;
  const count = isFortnight ? 2 * amount : amount;
  if (count > 10_000) return null;
  const to = place + 2;
  const isWhole = Number.isInteger(count);
  if (word !== 'ago' && !isWhole) return null;
  if (word !== 'ago')
    return readLater(
      passage,
      { from: at, to },
      period,
      count * (word === 'later' ? 1 : -1),
      context,
    );
  if (!context.published) return open(at, to, NO_PUBLICATION_DATE, false);
  const day = isWhole
    ? moved(context.published, period, -count)
    : toDayNumber(context.published) - Math.round(count * (LENGTHS.get(period) ?? 0));
  return day === null ? null : settled(at, to, asFineAs(fromDayNumber(day), period), null, false);
}

/** 'Two years later' counts from the date told last, unless that is far back. */
function readLater(
  passage: Passage,
  { from, to }: Range,
  period: string,
  count: number,
  context: DateContext,
): Found | null {
  const { lastYear } = context;
  const start = passage.tokens[from]?.start ?? 0;
  // 'They play on August 24. They had won a week earlier': of a day that has been.
  const isPast = count < 0 && tenseAround(passage, from, to) === 'past';
  const last = isPast ? context.lastPast : context.last;
  const anchor = last && start - last.at <= LEANS_FOR ? last.value : null;
  const value = anchor ? shifted(anchor, period, count) : null;
  if (value) return settled(from, to, value, null, false);
  if (!lastYear || !['year', 'decade'].includes(period)) return null;
  if (start - lastYear.at > LEANS_FOR) return open(from, to, NOT_NAMED, false);
  const year = lastYear.year + count * (period === 'decade' ? 10 : 1);
  return settled(from, to, yearText(year), year, false);
}

function asFineAs(day: Calendar, period: string): string {
  if (period === 'day' || period === 'week') return dayText(day);
  return period === 'month' ? monthText(day.year, day.month) : yearText(day.year);
}
