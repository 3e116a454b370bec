import { BEFORE_MONTH, DOUBTFUL_MONTHS, MONTHS } from '../english/date-words';
import type { Passage } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import { readUnit } from '../units/read-unit';
import { dayText, isRealDay, monthText, toDayNumber } from './calendar';
import { type DateContext, type Found, isFuture, open, settled } from './found-date';

const NO_YEAR = 'no year is named, and the article has no publication date';

const AMBIGUOUS_ORDER = 'day and month cannot be told apart';

/** How far back, in characters, a named year still applies to 'in March'. */
const YEAR_HOLDS_FOR = 400;

/** '2014-04-18', '31/12/1988', '12/31/1988', '18.11.2014'. */
export function readNumericDate(tokens: readonly Token[], at: number): Found | null {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(tokens[at]?.text ?? '');
  if (dotted) return fromParts(at, at + 1, dotted[1] ?? '', dotted[2] ?? '', dotted[3] ?? '');
  const [a, mark, b, again, c] = tokens.slice(at, at + 5);
  if (!a || !b || !c || !mark || mark.text !== again?.text) return null;
  if ([mark, b, again, c].some((token) => token.spaced)) return null;
  if (mark.text === '-' && /^\d{4}$/.test(a.text)) {
    const day = { year: Number(a.text), month: Number(b.text), day: Number(c.text) };
    if (!/^\d\d$/.test(b.text) || !/^\d\d$/.test(c.text) || !isRealDay(day)) return null;
    return settled(at, at + 5, dayText(day), day.year);
  }
  if (mark.text !== '/' || !/^\d{4}$|^\d\d$/.test(c.text)) return null;
  return fromParts(at, at + 5, a.text, b.text, c.text);
}

function fromParts(from: number, to: number, a: string, b: string, c: string): Found | null {
  const [first, second, year] = [Number(a), Number(b), Number(c)];
  const full = c.length === 4 ? year : year + (year > 50 ? 1900 : 2000);
  const dayFirst = { year: full, month: second, day: first };
  const monthFirst = { year: full, month: first, day: second };
  const [isDayFirst, isMonthFirst] = [isRealDay(dayFirst), isRealDay(monthFirst)];
  if (isDayFirst && isMonthFirst && first !== second) return open(from, to, AMBIGUOUS_ORDER);
  if (isMonthFirst) return settled(from, to, dayText(monthFirst), full);
  return isDayFirst ? settled(from, to, dayText(dayFirst), full) : null;
}

export const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th']);

/** The day of a month at this token: '8', '17th'. */
function dayOfMonth(tokens: readonly Token[], at: number): { day: number; to: number } | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || !/^(?:0?[1-9]|[12]\d|3[01])$/.test(token.text)) return null;
  const suffix = tokens[at + 1];
  const isOrdinal = suffix && !suffix.spaced && ORDINAL_ENDINGS.has(suffix.lower);
  if (!isOrdinal && suffix && !suffix.spaced && (suffix.text === ':' || suffix.kind === 'word'))
    return null;
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
  const year = yearAt(passage.tokens, to);
  if (year) {
    const whole = { year: year.year, month, day };
    return isRealDay(whole) ? settled(from, year.to, dayText(whole), year.year) : null;
  }
  const guessed = yearNear(passage, from, month, day, context);
  if (guessed === null) return open(from, to, NO_YEAR);
  const whole = { year: guessed, month, day };
  return isRealDay(whole) ? settled(from, to, dayText(whole), null) : null;
}

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
  const year = yearAt(tokens, month.to);
  if (year) return settled(at, year.to, monthText(year.year, month.month), year.year);
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
  if (DOUBTFUL_MONTHS.has(tokens[at]?.lower ?? '') && !BEFORE_MONTH.has(before)) return null;
  if (before === 'every' || before === 'each') return open(at, to, 'it comes round every year');
  const named = yearInWords(tokens, to, context) ?? yearOfSpan(tokens, at, month, to);
  if (named) return settled(at, named.to, monthText(named.year, month), null);
  const shift = before === 'last' ? -1 : before === 'next' ? 1 : 0;
  const from = shift ? at - 1 : at;
  const { published } = context;
  if (shift && published) {
    const passed = shift < 0 ? month < published.month : month <= published.month;
    const year = published.year + (shift < 0 ? (passed ? 0 : -1) : passed ? 1 : 0);
    return settled(from, to, monthText(year, month), null);
  }
  const year = yearNear(passage, at, month, null, context);
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

/** 'between March and November 2023': the first month has the year of the last, or the one before. */
function yearOfSpan(
  tokens: readonly Token[],
  at: number,
  first: number,
  to: number,
): { year: number; to: number } | null {
  const opener = tokens[at - 1]?.lower;
  const link = tokens[to]?.lower ?? '';
  const isSpan = opener === 'between' ? link === 'and' : /^(?:to|until|through|[-–])$/.test(link);
  const last = isSpan ? monthAt(tokens, to + 1) : null;
  const year = last && yearAt(tokens, last.to);
  return last && year ? { year: year.year - (first > last.month ? 1 : 0), to } : null;
}

/** How many words before a month may show that it is in the future. */
const AHEAD_REACH = 7;
const MAY_BE = /^(?:could|may|might|must|hopes?|aims?)$/;

/**
 * 'could triple by November': a possibility is in the future, but 'could have' and an aside are
 * not.
 */
function isAhead({ tokens }: Passage, month: number): boolean {
  let found = false;
  for (let at = month - 1; at >= Math.max(0, month - AHEAD_REACH); at--) {
    const { lower = '', text = '' } = tokens[at] ?? {};
    if (text === ',' || lower === 'have') return false;
    if (text === lower && MAY_BE.test(lower)) found = true;
  }
  return found;
}

/** The year of a month that names none: the one just named in the text, else the one nearest to publication. */
function yearNear(
  passage: Passage,
  at: number,
  month: number,
  day: number | null,
  { published, lastYear }: DateContext,
): number | null {
  const start = passage.tokens[at]?.start ?? 0;
  const named = lastYear && start - lastYear.at < YEAR_HOLDS_FOR ? lastYear.year : null;
  if (!published) return named;
  if (named !== null && Math.abs(named - published.year) > 1) return named;
  const distance = (year: number) =>
    toDayNumber({ year, month, day: day ?? 15 }) - toDayNumber(published);
  if (day === null && !isFuture(passage) && !isAhead(passage, at))
    return month <= published.month ? published.year : published.year - 1;
  if (day === null) return month >= published.month ? published.year : published.year + 1;
  const years = [published.year, published.year - 1, published.year + 1];
  return years.reduce((best, year) =>
    Math.abs(distance(year)) < Math.abs(distance(best)) ? year : best,
  );
}
