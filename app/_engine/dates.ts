import {
  addMonths,
  type Calendar,
  dayNumberText,
  daysInMonth,
  dayText,
  fromDayNumber,
  isRealDay,
  monthText,
  toDayNumber,
  weekdayOf,
  yearText,
} from './calendar';
import {
  BEFORE_MONTH,
  BEFORE_YEAR,
  CUT_WEEKDAYS,
  DOUBTFUL_MONTHS,
  FUTURE_WORDS,
  MONTHS,
  PERIOD_WORDS,
  SEASONS,
  WEEKDAYS,
} from './date-words';
import { isPluralNoun } from './nouns';
import { readNumber } from './numbers';
import type { Passage } from './passage';
import { BEFORE_FIGURE } from './qualifier-words';
import type { ReadDate } from './reading';
import type { Token } from './tokens';
import { readCurrencyBefore, readUnit } from './units-in-text';

/** What earlier words have settled: the day of publication and the year last named. */
export type DateContext = {
  readonly published: Calendar | null;
  /** The year named last, and where, so that 'in March' can lean on it. */
  lastYear: { readonly year: number; readonly at: number } | null;
};

/** A date by its tokens; a figure may stand inside it ('two years ago') unless it is `solid`. */
type Found = {
  readonly from: number;
  readonly to: number;
  readonly value: string | null;
  readonly unresolved: string | null;
  readonly solid: boolean;
  /** The year it names itself, if it does. */
  readonly year: number | null;
};

export type FoundDate = ReadDate & { readonly solid: boolean };

const NO_PUBLICATION_DATE = 'the article has no publication date to count from';
const NO_YEAR = 'no year is named, and the article has no publication date';
const AMBIGUOUS_ORDER = 'day and month cannot be told apart';

/** How far back, in characters, a year that was named still holds for 'in March'. */
const YEAR_HOLDS_FOR = 400;

/**
 * Reads the dates of one sentence, and remembers in `context` the year named last.
 *
 * @returns dates in the order of the text; `text.slice(start, end)` is each one's surface
 */
export function readDates(passage: Passage, context: DateContext): FoundDate[] {
  const { text, tokens } = passage;
  const dates: FoundDate[] = [];
  let at = 0;
  while (at < tokens.length) {
    const found = readDateAt(passage, at, context);
    if (!found) {
      at++;
      continue;
    }
    const start = tokens[found.from]?.start ?? 0;
    const end = tokens[found.to - 1]?.end ?? start;
    if (found.year !== null) context.lastYear = { year: found.year, at: start };
    dates.push({
      start,
      end,
      surface: text.slice(start, end),
      value: found.value,
      unresolved: found.unresolved,
      solid: found.solid,
    });
    at = Math.max(found.to, at + 1);
  }
  return dates;
}

function readDateAt(passage: Passage, at: number, context: DateContext): Found | null {
  const token = passage.tokens[at];
  if (!token || token.kind === 'address') return null;
  if (token.kind === 'number')
    return (
      readNumericDate(passage.tokens, at) ??
      readDayFirst(passage, at, context) ??
      readOrdinalCentury(passage.tokens, at) ??
      readAgo(passage, at, context) ??
      readYear(passage.tokens, at)
    );
  if (token.kind !== 'word') return null;
  return (
    readWeekday(passage, at, context) ??
    readMonthFirst(passage, at, context) ??
    readNearDay(passage, at, context) ??
    readRelativePeriod(passage, at, context) ??
    readSeason(passage, at, context) ??
    readAgo(passage, at, context)
  );
}

const settled = (
  from: number,
  to: number,
  value: string,
  year: number | null,
  solid = true,
): Found => ({ from, to, value, unresolved: null, solid, year });

const open = (from: number, to: number, why: string, solid = true): Found => ({
  from,
  to,
  value: null,
  unresolved: why,
  solid,
  year: null,
});

const isFuture = ({ words }: Passage): boolean => {
  for (const word of FUTURE_WORDS) if (words.has(word)) return true;
  return false;
};

// ---- calendar dates

/** '2014-04-18', '31/12/1988', '12/31/1988', '18.11.2014'. */
function readNumericDate(tokens: readonly Token[], at: number): Found | null {
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

const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th']);

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

/** 'on oct. 13', '1 may that year' in text without capitals: a day beside it tells it is a month. */
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

function monthAt(tokens: readonly Token[], at: number): { month: number; to: number } | null {
  const token = tokens[at];
  const month =
    token && (/^[A-Z]/.test(token.text) || isWrittenSmall(tokens, at))
      ? MONTHS.get(token.lower)
      : undefined;
  if (!month) return null;
  const isCut =
    tokens[at + 1]?.text === '.' && (token?.text.length ?? 0) <= 4 && !tokens[at + 1]?.spaced;
  return { month, to: isCut ? at + 2 : at + 1 };
}

function yearAt(tokens: readonly Token[], at: number): { year: number; to: number } | null {
  const start = tokens[at]?.text === ',' || tokens[at]?.lower === 'of' ? at + 1 : at;
  const token = tokens[start];
  if (token?.kind !== 'number' || !/^[12]\d{3}$/.test(token.text) || !token.spaced) return null;
  if (readUnit(tokens, start + 1) && tokens[start + 1]?.kind !== 'mark') return null;
  return { year: Number(token.text), to: start + 1 };
}

/** '8 February 1700', '17 January', '1st of May'. */
function readDayFirst(passage: Passage, at: number, context: DateContext): Found | null {
  const { tokens } = passage;
  const day = dayOfMonth(tokens, at);
  if (!day) return null;
  const month = monthAt(tokens, tokens[day.to]?.lower === 'of' ? day.to + 1 : day.to);
  if (!month) return null;
  return dayAndMonth(passage, at, month.to, day.day, month.month, context);
}

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
  const guessed = yearNear(passage, passage.tokens[from]?.start ?? 0, month, day, context);
  if (guessed === null) return open(from, to, NO_YEAR);
  const whole = { year: guessed, month, day };
  return isRealDay(whole) ? settled(from, to, dayText(whole), null) : null;
}

/** 'February 8, 1700', 'Feb. 8', 'Sept. 20-24', 'September 2021', 'March'. */
function readMonthFirst(passage: Passage, at: number, context: DateContext): Found | null {
  const { tokens } = passage;
  const month = monthAt(tokens, at);
  if (!month) return null;
  const day = dayOfMonth(tokens, month.to);
  if (day && !isCountedAfter(tokens, day.to)) {
    const until = tokens[day.to];
    const isRange = until && !until.spaced && /^[-–—]$/.test(until.text);
    const last = isRange ? dayOfMonth(tokens, day.to + 1) : null;
    const first = dayAndMonth(passage, at, last?.to ?? day.to, day.day, month.month, context);
    if (!last || !first?.value) return first;
    const end = `${first.value.slice(0, 8)}${String(last.day).padStart(2, '0')}`;
    return { ...first, value: `${first.value}/${end}` };
  }
  const year = yearAt(tokens, month.to);
  if (year) return settled(at, year.to, monthText(year.year, month.month), year.year);
  return readBareMonth(passage, at, month, context);
}

/** 'May 600 people': the number counts something and is no day. */
const isCountedAfter = (tokens: readonly Token[], at: number): boolean =>
  THINGS.has(tokens[at]?.lower ?? '');

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
  const shift = before === 'last' ? -1 : before === 'next' ? 1 : 0;
  const from = shift ? at - 1 : at;
  const { published } = context;
  if (shift && published) {
    const passed = shift < 0 ? month < published.month : month <= published.month;
    const year = published.year + (shift < 0 ? (passed ? 0 : -1) : passed ? 1 : 0);
    return settled(from, to, monthText(year, month), null);
  }
  const year = yearNear(passage, tokens[at]?.start ?? 0, month, null, context);
  return year === null ? open(from, to, NO_YEAR) : settled(from, to, monthText(year, month), null);
}

/** The year of a month that names none: the one just named in the text, else the one nearest to publication. */
function yearNear(
  passage: Passage,
  at: number,
  month: number,
  day: number | null,
  { published, lastYear }: DateContext,
): number | null {
  const named = lastYear && at - lastYear.at < YEAR_HOLDS_FOR ? lastYear.year : null;
  if (!published) return named;
  if (named !== null && Math.abs(named - published.year) > 1) return named;
  const distance = (year: number) =>
    toDayNumber({ year, month, day: day ?? 15 }) - toDayNumber(published);
  if (day === null && !isFuture(passage))
    return month <= published.month ? published.year : published.year - 1;
  if (day === null) return month >= published.month ? published.year : published.year + 1;
  const years = [published.year, published.year - 1, published.year + 1];
  return years.reduce((best, year) =>
    Math.abs(distance(year)) < Math.abs(distance(best)) ? year : best,
  );
}

/** A year on its own, a span of years, a decade: '1959', '1930s', '2014-2016', '1991-92'. */
function readYear(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  if (!token || !/^\d{3,4}$/.test(token.text)) return null;
  const decade = readDecade(tokens, at);
  if (decade) return decade;
  const era = /^(?:ad|a\.d\.|ce|c\.e\.)$/.test(tokens[at + 1]?.lower ?? '') ? at + 2 : null;
  if (era) return settled(at, era, yearText(Number(token.text)), Number(token.text));
  if (!isYear(tokens, at)) return null;
  return settled(at, at + 1, yearText(Number(token.text)), Number(token.text));
}

function readDecade(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  const suffix = tokens[at + 1];
  const isDecade = suffix && !suffix.spaced && /^(?:['’]?s)$/.test(suffix.lower);
  if (!token || !isDecade || !/^[12]\d\d0$/.test(token.text)) return null;
  const first = Number(token.text);
  const length = first % 100 === 0 && tokens[at - 1]?.lower !== 'early' ? 9 : 9;
  const part = { early: [0, 4], mid: [4, 6], late: [5, 9] }[tokens[at - 1]?.lower ?? ''] ?? [
    0,
    length,
  ];
  const from = tokens[at - 1]?.lower === 'early' || tokens[at - 1]?.lower === 'late' ? at - 1 : at;
  const [start = 0, end = 9] = part;
  return settled(from, at + 2, `${first + start}-01-01/${first + end}-12-31`, first);
}

const THINGS = new Set(
  'people customers users jobs workers employees students soldiers troops homes houses deaths units feet miles'.split(
    ' ',
  ),
);

function isYear(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !/^(?:1\d|20)\d\d$/.test(token.text)) return false;
  const [previous, next] = [tokens[at - 1], tokens[at + 1]];
  if (!token.spaced && previous && !'([{/–—-"“\'‘,’'.includes(previous.text)) return false;
  if (
    !token.spaced &&
    previous?.text === '-' &&
    tokens[at - 2]?.kind === 'word' &&
    !/^mid$|^pre$|^post$/.test(tokens[at - 2]?.lower ?? '')
  )
    return false;
  if (
    readCurrencyBefore(tokens, at) ||
    (/^[-−+]$/.test(previous?.text ?? '') && previous?.spaced && !token.spaced)
  )
    return false;
  if (
    next &&
    !next.spaced &&
    ((next.kind === 'word' && !/^['’]s$/.test(next.text)) ||
      next.text === '%' ||
      next.text === ':' ||
      next.text === '°')
  )
    return false;
  const unit = readUnit(tokens, at + 1);
  if (unit && !(tokens[at + 1]?.kind === 'mark')) return false;
  const before = previous?.lower ?? '';
  if (
    next?.kind === 'word' &&
    (THINGS.has(next.lower) || (before === 'than' && isPluralNoun(next.text)))
  )
    return false;
  if (/^(?:19|20)\d\d$/.test(token.text))
    return !(BEFORE_FIGURE.has(before) && !BEFORE_YEAR.has(before) && before !== 'within');
  return (
    (BEFORE_YEAR.has(before) && !(next?.kind === 'word' && isPluralNoun(next.text))) ||
    previous?.text === '(' ||
    /^[–—-]$/.test(before)
  );
}

/** '20th century', 'the nineteenth century' is left to readers of words. */
function readOrdinalCentury(tokens: readonly Token[], at: number): Found | null {
  const [number, suffix, century] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const next = century?.text === '-' ? tokens[at + 3] : century;
  if (!suffix || suffix.spaced || !ORDINAL_ENDINGS.has(suffix.lower) || next?.lower !== 'century')
    return null;
  const n = Number(number?.text);
  if (!(n >= 1 && n <= 21)) return null;
  const to = century?.text === '-' ? at + 4 : at + 3;
  const first = (n - 1) * 100;
  return settled(at, to, `${yearText(first)}-01-01/${yearText(first + 99)}-12-31`, null);
}

// ---- days and weeks counted from the day of publication

const WEEKDAY_SHIFTS = new Map([
  ['last', -1],
  ['past', -1],
  ['next', 1],
  ['this', 0],
  ['coming', 1],
]);

/** 'Friday', 'last Friday', 'next Tuesday', 'Friday, July 21, 2017'. */
function readWeekday(passage: Passage, at: number, context: DateContext): Found | null {
  const { tokens } = passage;
  const token = tokens[at];
  const shift = WEEKDAY_SHIFTS.get(token?.lower ?? '');
  const dayAt = shift === undefined ? at : at + 1;
  const word = tokens[dayAt];
  const weekday = word && /^[A-Z]/.test(word.text) ? WEEKDAYS.get(word.lower) : undefined;
  if (weekday === undefined || !word) return null;
  const isCut = CUT_WEEKDAYS.has(word.lower);
  const pointed = isCut && tokens[dayAt + 1]?.text === '.' ? dayAt + 2 : dayAt + 1;
  const comma = tokens[pointed]?.text === ',' ? pointed + 1 : pointed;
  const whole = readMonthFirst(passage, comma, context) ?? readDayFirst(passage, comma, context);
  if (
    whole &&
    whole.from === comma &&
    /\d/.test(
      tokens
        .slice(comma, whole.to)
        .map((t) => t.text)
        .join(''),
    )
  )
    return { ...whole, from: at };
  if (isCut && pointed === dayAt + 1) return null;
  const to = pointed;
  if (word.lower.endsWith('s') && word.lower.endsWith('days'))
    return open(at, to, 'it comes round every week');
  if (!context.published) return open(at, to, NO_PUBLICATION_DATE);
  const today = toDayNumber(context.published);
  const back = (weekdayOf(today) - weekday + 7) % 7;
  const isAhead =
    shift === 1 ||
    (shift !== -1 && isFuture(passage) && back !== 0 && !hasPastVerbBefore(passage, at));
  const day = isAhead
    ? today + ((7 - back) % 7 || 7)
    : today - (shift === -1 && back === 0 ? 7 : back);
  return settled(at, to, dayNumberText(day), null);
}

/** 'said on Friday that it will': the day belongs to the saying, not to what will be. */
const hasPastVerbBefore = ({ tokens }: Passage, at: number): boolean =>
  tokens
    .slice(Math.max(0, at - 4), at)
    .some(({ lower }) =>
      /^(?:said|told|announced|reported|added|wrote|confirmed|warned|\w+ed)$/.test(lower),
    );

const NEAR_DAYS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tonight', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);
const PARTS_OF_DAY = new Set(['morning', 'afternoon', 'evening', 'night']);

/** 'today', 'yesterday', 'this morning', 'last night', 'tomorrow'. */
function readNearDay({ tokens }: Passage, at: number, { published }: DateContext): Found | null {
  const word = tokens[at]?.lower ?? '';
  const next = tokens[at + 1]?.lower ?? '';
  const near = NEAR_DAYS.get(word);
  const shift =
    near ??
    (word === 'this' && PARTS_OF_DAY.has(next)
      ? 0
      : word === 'last' && next === 'night'
        ? -1
        : null);
  if (shift === null) return null;
  const to = near === undefined ? at + 2 : at + 1;
  return published
    ? settled(at, to, dayNumberText(toDayNumber(published) + shift), null)
    : open(at, to, NO_PUBLICATION_DATE);
}

const PERIOD_SHIFTS = new Map([
  ['this', 0],
  ['last', -1],
  ['previous', -1],
  ['past', -1],
  ['next', 1],
  ['coming', 1],
]);

/** 'this week', 'last month', 'next year', 'the past 30 days', 'year end', 'that year'. */
function readRelativePeriod(passage: Passage, at: number, context: DateContext): Found | null {
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

/** 'last summer', 'this winter', 'the summer of 2010', 'spring 2021'. */
function readSeason(passage: Passage, at: number, { published }: DateContext): Found | null {
  const { tokens } = passage;
  const shift = PERIOD_SHIFTS.get(tokens[at]?.lower ?? '');
  const seasonAt = shift === undefined ? at : at + 1;
  const first = SEASONS.get(tokens[seasonAt]?.lower ?? '');
  if (!first) return null;
  const year = yearAt(tokens, seasonAt + 1);
  if (year) {
    const from = tokens[at - 1]?.lower === 'the' ? at - 1 : at;
    return settled(from, year.to, seasonValue(year.year, first), year.year);
  }
  if (shift === undefined) return null;
  if (!published) return open(at, seasonAt + 1, NO_PUBLICATION_DATE);
  const hasEnded = published.month > first + 2;
  const base =
    shift === -1
      ? hasEnded
        ? published.year
        : published.year - 1
      : published.year + (shift === 1 && published.month >= first ? 1 : 0);
  return settled(at, seasonAt + 1, seasonValue(base, first), null);
}

function seasonValue(year: number, first: number): string {
  const last = addMonths(year, first, 2);
  return `${dayText({ year, month: first, day: 1 })}/${dayText({ ...last, day: daysInMonth(last.year, last.month) })}`;
}

/** 'two years ago', 'three days earlier', 'two years later': as fine as its unit. */
function readAgo(passage: Passage, at: number, context: DateContext): Found | null {
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
    return readLater(at, to, period, count * (word === 'later' ? 1 : -1), context);
  if (!context.published) return open(at, to, NO_PUBLICATION_DATE, false);
  const day = moved(context.published, period, -count);
  return day === null ? null : settled(at, to, asFineAs(fromDayNumber(day), period), null, false);
}

/** 'Two years later' leans on the year named last. */
function readLater(
  from: number,
  to: number,
  period: string,
  count: number,
  { lastYear }: DateContext,
): Found | null {
  if (!lastYear || !['year', 'decade'].includes(period)) return null;
  const year = lastYear.year + count * (period === 'decade' ? 10 : 1);
  return settled(from, to, yearText(year), year, false);
}

function asFineAs(day: Calendar, period: string): string {
  if (period === 'day' || period === 'week') return dayText(day);
  return period === 'month' ? monthText(day.year, day.month) : yearText(day.year);
}
