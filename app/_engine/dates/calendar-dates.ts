import { BEFORE_MONTH, DOUBTFUL_MONTHS, MONTHS } from '../english/date-words';
import { isFunctionWord } from '../english/grammar-words';
import type { Passage } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import { readUnit } from '../units/read-unit';
import { daysInMonth, dayText, isRealDay, monthText, toDayNumber } from './calendar';
import { type DateContext, type Found, NO_SUCH_DAY, open, settled } from './found-date';
import { yearNear } from './year-near';

const LEAP_YEAR = 2000;

const NO_YEAR = 'no year is named, and the article has no publication date';

export const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th']);

/** The day of a month at this token: '8', '17th'. */
function dayOfMonth(tokens: readonly Token[], at: number): { day: number; to: number } | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || !/^(?:0?[1-9]|[12]\d|3[01])$/.test(token.text)) return null;
  const suffix = tokens[at + 1];
  const isOrdinal = suffix && !suffix.spaced && ORDINAL_ENDINGS.has(suffix.lower);
  const isTime = suffix?.text === ':' && tokens[at + 2]?.kind === 'number';
  if (!isOrdinal && suffix && !suffix.spaced && (isTime || suffix.kind === 'word')) return null;
  return { day: Number(token.text), to: isOrdinal ? at + 2 : at + 1 };
}

/**
 * 'on oct. 13', '1 may that year' in text without capitals: a day beside it shows that it is a
 * month.
 */
function isWrittenSmall(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !MONTHS.has(token.lower)) return false;
  const dayAt = tokens[at + 1]?.text === '.' ? at + 2 : at + 1;
  const isDoubtful = token.lower === 'may' || token.lower === 'march' || token.lower === 'mar';
  const isDay = /^(?:[1-9]|[12]\d|3[01]|[12]\d{3})$/.test(tokens[dayAt]?.text ?? '');
  if (isDay) return !isDoubtful || BEFORE_MONTH.has(tokens[at - 1]?.lower ?? '');
  return (
    /^(?:[1-9]|[12]\d|3[01])$/.test(tokens[at - 1]?.text ?? '') &&
    (!isDoubtful || BEFORE_MONTH.has(tokens[at - 2]?.lower ?? ''))
  );
}

/** As short as the cut names of months, and not cut: the point after one ends the sentence. */
const WHOLE_NAMES = new Set(['may', 'june', 'july']);

function monthAt(tokens: readonly Token[], at: number): { month: number; to: number } | null {
  const token = tokens[at];
  const month = MONTHS.get(token?.lower ?? '');
  if (!token || !month) return null;
  if (!/^[A-Z]/.test(token.text) && !isWrittenSmall(tokens, at)) return null;
  const isCut =
    tokens[at + 1]?.text === '.' &&
    token.text.length <= 4 &&
    !WHOLE_NAMES.has(token.lower) &&
    !tokens[at + 1]?.spaced;
  return { month, to: isCut ? at + 2 : at + 1 };
}

/** The year, 1000 to 2999, written at this token or after 'of' or a comma; `to` is the token after it. */
export function yearAt(tokens: readonly Token[], at: number): { year: number; to: number } | null {
  const start = tokens[at]?.text === ',' || tokens[at]?.lower === 'of' ? at + 1 : at;
  const token = tokens[start];
  if (token?.kind !== 'number' || !/^[12]\d{3}$/.test(token.text) || !token.spaced) return null;
  if (readUnit(tokens, start + 1) && tokens[start + 1]?.kind !== 'mark') return null;
  return { year: Number(token.text), to: start + 1 };
}

/** '2024 Aug', as tables and stamps write a month. */
export function readYearAndMonth(tokens: readonly Token[], at: number): Found | null {
  const year = yearAt(tokens, at);
  const month = year?.to === at + 1 ? monthAt(tokens, at + 1) : null;
  if (
    !year ||
    !month ||
    !/^(?:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)$/.test(tokens[at + 1]?.lower ?? '')
  )
    return null;
  if (dayOfMonth(tokens, month.to)) return null;
  return settled(at, month.to, monthText(year.year, month.month), year.year);
}

/** '8 February 1700', '17 January', '1st of May'. */
export function readDayFirst(passage: Passage, at: number, context: DateContext): Found | null {
  const { tokens } = passage;
  const day = dayOfMonth(tokens, at);
  if (!day) return null;
  const span = readDaysOfMonth(passage, at, day, context);
  if (span) return span;
  const month = monthAt(tokens, tokens[day.to]?.lower === 'of' ? day.to + 1 : day.to);
  if (!month) return null;
  return dayAndMonth(passage, at, month.to, day.day, month.month, context);
}

/** '3 to 5 September', '3-5 September 2024', 'between 3 and 5 May'. */
function readDaysOfMonth(
  passage: Passage,
  at: number,
  first: { day: number; to: number },
  context: DateContext,
): Found | null {
  const { tokens } = passage;
  const link = tokens[first.to]?.lower ?? '';
  const isLink =
    /^(?:[-–]|to)$/.test(link) || (link === 'and' && tokens[at - 1]?.lower === 'between');
  const last = isLink ? dayOfMonth(tokens, first.to + 1) : null;
  const month = last && last.day > first.day ? monthAt(tokens, last.to) : null;
  if (!last || !month) return null;
  const found = dayAndMonth(passage, at, month.to, first.day, month.month, context);
  return found && withLastDay(found, last.day);
}

/** A day and the last one of a span that begins with it, in one month. */
const withLastDay = (first: Found, day: number): Found =>
  first.value
    ? {
        ...first,
        value: `${first.value}/${first.value.slice(0, 8)}${String(day).padStart(2, '0')}`,
      }
    : first;

function dayAndMonth(
  passage: Passage,
  from: number,
  to: number,
  day: number,
  month: number,
  context: DateContext,
): Found | null {
  const year = yearAfter(passage.tokens, to, { month, day });
  if (year) {
    const whole = { year: year.year, month, day };
    return isRealDay(whole)
      ? settled(from, year.to, dayText(whole), year.year)
      : open(from, year.to, NO_SUCH_DAY);
  }
  if (day > daysInMonth(LEAP_YEAR, month)) return open(from, to, NO_SUCH_DAY);
  const guessed = yearNear(passage, { from, to }, month, day, context);
  if (guessed === null) return open(from, to, NO_YEAR);
  const whole = { year: guessed, month, day };
  if (!isRealDay(whole)) return open(from, to, NO_SUCH_DAY);
  const { published } = context;
  const isNear =
    published !== null && Math.abs(toDayNumber(whole) - toDayNumber(published)) <= NEAR_DAYS;
  return { ...settled(from, to, dayText(whole), null), isNear };
}

/** 'LUND, 3 May': a text that names a day so close to its publication tells of that time. */
const NEAR_DAYS = 3;

/** 'February 8, 1700', 'Feb. 8', 'Sept. 20-24', 'September 2021', 'March'. */
export function readMonthFirst(passage: Passage, at: number, context: DateContext): Found | null {
  const { tokens } = passage;
  const month = monthAt(tokens, at);
  if (!month) return null;
  const day = dayOfMonth(tokens, month.to);
  if (day && !isCountedAfter(tokens, day.to)) {
    const until = tokens[day.to];
    const isRange = until && !until.spaced && /^[-–—]$/.test(until.text);
    const last = isRange ? dayOfMonth(tokens, day.to + 1) : null;
    const first = dayAndMonth(passage, at, last?.to ?? day.to, day.day, month.month, context);
    return last && first ? withLastDay(first, last.day) : first;
  }
  const year = yearAfter(tokens, month.to, { month: month.month, day: null });
  if (year && year.to > month.to)
    return settled(at, year.to, monthText(year.year, month.month), year.year);
  return readBareMonth(passage, at, month, context);
}

export const COUNTED_THINGS = new Set(
  'people customers users jobs workers employees students soldiers troops homes houses deaths units feet miles'.split(
    ' ',
  ),
);

/** 'May 600 people': the number counts something and is no day. */
const isCountedAfter = (tokens: readonly Token[], at: number): boolean =>
  COUNTED_THINGS.has(tokens[at]?.lower ?? '');

function readBareMonth(
  passage: Passage,
  at: number,
  { month, to }: { month: number; to: number },
  context: DateContext,
): Found | null {
  const { tokens } = passage;
  const before = tokens[at - 1]?.lower ?? '';
  if (DOUBTFUL_MONTHS.has(tokens[at]?.lower ?? '') && !isPlacedMonth(tokens, at, to)) return null;
  if (before === 'every' || before === 'each') return open(at, to, 'it comes round every year');
  const named =
    yearInWords(tokens, to, context) ??
    yearAfter(tokens, to, { month, day: null }, before === 'between');
  if (named) return settled(at, named.to, monthText(named.year, month), null);
  const shift = before === 'last' ? -1 : before === 'next' ? 1 : 0;
  const from = shift ? at - 1 : at;
  const { published } = context;
  if (shift && published) {
    const passed = shift < 0 ? month < published.month : month <= published.month;
    const year = published.year + (shift < 0 ? (passed ? 0 : -1) : passed ? 1 : 0);
    return settled(from, to, monthText(year, month), null);
  }
  const end = spanEnd(tokens, to, before);
  const near = yearNear(passage, { from: at, to }, end ?? month, null, context);
  const year = near === null ? null : near - (end !== null && end < month ? 1 : 0);
  return year === null ? open(from, to, NO_YEAR) : settled(from, to, monthText(year, month), null);
}

const YEARS_NEAR: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);

/** 'June last year', 'May of this year'. */
function yearInWords(
  tokens: readonly Token[],
  to: number,
  { published }: DateContext,
): { year: number; to: number } | null {
  const at = tokens[to]?.lower === 'of' ? to + 1 : to;
  const shift = YEARS_NEAR.get(tokens[at]?.lower ?? '');
  if (shift === undefined || tokens[at + 1]?.lower !== 'year' || !published) return null;
  return { year: published.year + shift, to: at + 2 };
}

type MonthOrDay = { readonly month: number; readonly day: number | null };

/** The month that a span ends with, 'between April and June', whose year the first month shares. */
function spanEnd(tokens: readonly Token[], to: number, before: string): number | null {
  const link = tokens[to]?.lower ?? '';
  const isSpan = before === 'between' ? link === 'and' : /^(?:to|until|through|[-–])$/.test(link);
  return isSpan ? (monthAt(tokens, to + 1)?.month ?? null) : null;
}

/** 'in May', 'the March figures', 'April to August'; not 'and Jan Novak', 'the March on Rome'. */
function isPlacedMonth(tokens: readonly Token[], at: number, to: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  const next = tokens[to];
  if (before === 'the' && next?.kind === 'word')
    return next.text === next.lower && !isFunctionWord(next.lower);
  const isSpan = /^(?:to|until|through|[-–])$/.test(next?.lower ?? '') && monthAt(tokens, to + 1);
  if (isSpan) return true;
  const isPart = before === '-' && /^(?:early|mid|late)$/.test(tokens[at - 2]?.lower ?? '');
  if (isPart) return true;
  const isName = /^(?:and|of|for|to|after|before)$/.test(before) && /^[A-Z]/.test(next?.text ?? '');
  return BEFORE_MONTH.has(before) && !isName;
}

/** How many days or months of one year may be told in a row: 'in March, April, June and July 2023'. */
const LONGEST_ROW = 6;

/**
 * The year told after a day or a month: 'in 2017', '11:00:09 EDT 2023', or with the last one of a span
 * or a row ('from 3 October to 17 October 2024'). Its `to` is at least `at`, and no more where the
 * words between are dates of their own.
 */
function yearAfter(
  tokens: readonly Token[],
  at: number,
  own: MonthOrDay,
  isBetween = false,
  row = 0,
): { year: number; to: number } | null {
  const year = yearAt(tokens, at) ?? yearAt(tokens, hourEnd(tokens, at)) ?? yearIn(tokens, at);
  if (year || row > LONGEST_ROW) return year;
  const link = tokens[at]?.lower ?? '';
  const isSpan = /^(?:to|until|till|through|[-–])$/.test(link) || (isBetween && link === 'and');
  if (!isSpan && !/^(?:and|or|,)$/.test(link)) return null;
  const next = monthOrDayAt(
    tokens,
    link === ',' && /^(?:and|or)$/.test(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1,
    own,
  );
  const shared = next && yearAfter(tokens, next.to, next, isBetween, row + 1);
  if (!shared) return null;
  const isBack =
    own.month > next.month || (own.month === next.month && (own.day ?? 0) > (next.day ?? 31));
  return { year: shared.year - (isSpan && isBack ? 1 : 0), to: at };
}

/** 'June', 'October 17', '17 October', and after 'April 24 and': '25'. */
function monthOrDayAt(
  tokens: readonly Token[],
  at: number,
  { month, day }: MonthOrDay,
): (MonthOrDay & { to: number }) | null {
  const number = dayOfMonth(tokens, at);
  const named = monthAt(tokens, number ? number.to : at);
  if (number && named) return { month: named.month, day: number.day, to: named.to };
  if (number) return day === null ? null : { month, day: number.day, to: number.to };
  if (!named) return null;
  const after = dayOfMonth(tokens, named.to);
  return { month: named.month, day: after?.day ?? null, to: after?.to ?? named.to };
}

/** 'April to June in 2017'. */
const yearIn = (tokens: readonly Token[], at: number): { year: number; to: number } | null =>
  tokens[at]?.lower === 'in' ? yearAt(tokens, at + 1) : null;

/** The token after 'HH:MM:SS EDT', as computers write days: 'Thu Oct 26 11:00:09 EDT 2023'. */
function hourEnd(tokens: readonly Token[], at: number): number {
  let to = at;
  while (to < at + 5 && (tokens[to]?.text === ':' || /^\d\d$/.test(tokens[to]?.text ?? ''))) to++;
  if (to === at) return at;
  return /^[A-Z]{3,4}$/.test(tokens[to]?.text ?? '') ? to + 1 : to;
}

/** After 'April 24': 'and 25', 'or 25', as a day of its own. */
export function readDayAfter(
  { tokens }: Passage,
  at: number,
  { value, unresolved }: Found,
): Found | null {
  const day = /^(?:and|or|,)$/.test(tokens[at]?.lower ?? '') ? dayOfMonth(tokens, at + 1) : null;
  const next = day && tokens[day.to];
  if (!day || unresolved || !value || !/^\d{4}-\d\d-\d\d$/.test(value)) return null;
  if (Number(value.slice(8)) >= day.day || (next && !endsPhrase(next))) return null;
  const [year, month] = [Number(value.slice(0, 4)), Number(value.slice(5, 7))];
  const whole = { year, month, day: day.day };
  const named = yearAt(tokens, day.to);
  const to = named?.year === year ? named.to : day.to;
  return isRealDay(whole) ? settled(at + 1, to, dayText(whole), named?.year ?? null) : null;
}

/** A mark or a function word: a noun after the number would be what it counts. */
const endsPhrase = ({ kind, lower, text }: Token): boolean =>
  (kind === 'mark' && text !== '%' && text !== '-' && text !== ':') || isFunctionWord(lower);
