import { type Day, dayInWords, isDaySpan, parseDay } from './day';
import { accept, type Result, refuse } from './result';

/** The present day of the desk, and the side on which a day without a year or a date is meant to be. */
export type DayReading = { readonly today: Day; readonly side: 'past' | 'future' };

export type DayRefusal =
  | { readonly kind: 'notADate'; readonly text: string }
  /** 30 February. */
  | { readonly kind: 'noSuchDay'; readonly text: string }
  /** Friday, 1 May 2025, which was a Thursday. */
  | { readonly kind: 'otherWeekday'; readonly text: string; readonly day: Day }
  /** 01/05/2025, where the month comes first for some people and second for others. */
  | { readonly kind: 'twoDays'; readonly text: string; readonly days: readonly [Day, Day] }
  /** The end of a period is before its beginning. */
  | { readonly kind: 'endsFirst'; readonly text: string };

/**
 * Reads a day as a person types it: '1 May 2025', 'May 1, 2025', '2025-05-01', '1.5.2025', 'yesterday',
 * 'last Friday', 'two weeks ago'. A day without a year and a bare weekday are on the side that the form
 * asks about, or today.
 */
export function readTypedDay(text: string, reading: DayReading): Result<Day, DayRefusal> {
  const words = toWords(text);
  const [, weekday = '', rest = words] = WEEKDAY_FIRST.exec(words) ?? [];
  const found =
    readNamedDay(words, reading) ?? readCalendarDay(rest, text, reading) ?? notADate(text);
  if (!found.ok || !weekday) return found;
  return weekdayOf(found.value) === WEEKDAYS.indexOf(weekday.slice(0, 3))
    ? found
    : refuse({ kind: 'otherWeekday', text, day: found.value });
}

/**
 * Reads a day as readTypedDay does, a month, a year, or a period of two of them: 'May 2025', '2025',
 * 'last week', '28 April to 4 May 2025'.
 *
 * @returns in the form of isDaySpan: '2025-05-01', '2025-05', '2025' or two with a slash between
 */
export function readTypedDays(text: string, reading: DayReading): Result<string, DayRefusal> {
  const trimmed = text.trim();
  const ends = trimmed.split(/\s*\/\s*|\s+(?:to|until|till|and)\s+|\s*[–—]\s*|\s+-\s+/i);
  if (isDaySpan(trimmed)) return inOrder(trimmed, trimmed);
  const [first = '', last] = ends;
  if (last === undefined || ends.length > 2) return readOne(trimmed, reading);
  const end = readOne(last, reading);
  if (!end.ok) return isDate(trimmed, reading) ?? refuse({ ...end.refusal, text });
  // '28 April to 4 May 2025', '28 to 30 April 2025': the beginning takes from the end what it lacks.
  const [year = ''] = /^\d{4}/.exec(end.value) ?? [];
  const month = /^\d{4}-(\d{2})/.exec(end.value)?.[1];
  const bare = toWords(first.replace(/^\s*(?:from|between)\s+/i, ''));
  const filled = [
    ...(/^\d{1,2}(?:st|nd|rd|th)?$/.test(bare) && month
      ? [`${year}-${month}-${bare.replace(/\D/g, '').padStart(2, '0')}`]
      : []),
    ...(/\d{4}/.test(bare) ? [bare] : [`${bare} ${year}`, bare]),
  ];
  const begins = filled.map((each) => readOne(each, reading));
  const begin = begins.find(({ ok }) => ok) ?? begins[0];
  if (!begin?.ok) return isDate(trimmed, reading) ?? notADate(text);
  return inOrder(`${begin.value}/${end.value}`, text);
}

/** The sentence for a text that is no day: it has no full stop. */
export function dayRefusalInWords(refusal: DayRefusal, isPeriod = false): string {
  const text = `“${refusal.text.trim().slice(0, 40)}”`;
  switch (refusal.kind) {
    case 'notADate':
      return isPeriod
        ? `${text} is not a date: write for example 1 May 2025, May 2025, 2025, or 28 April to 4 May 2025`
        : `${text} is not a date: write for example 1 May 2025, 2025-05-01, yesterday or last Friday`;
    case 'noSuchDay':
      return `${text} is not a day of the calendar: check the day and the month`;
    case 'otherWeekday':
      return `${text} does not exist: ${dayInWords(refusal.day)} is a ${weekdayInWords(refusal.day)}`;
    case 'twoDays':
      return `${text} can be ${refusal.days.map(dayInWords).join(' or ')}: write the month as a word`;
    case 'endsFirst':
      return `${text} ends before it begins: write the earlier day first`;
  }
}

/** The weekday of a day: 'Thursday'. */
export const weekdayInWords = (day: Day): string => WEEKDAY_NAMES[weekdayOf(day)] ?? '';

const WEEKDAY_NAMES = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];
const WEEKDAYS = WEEKDAY_NAMES.map((name) => name.slice(0, 3).toLowerCase());
const WEEKDAY =
  '(sun(?:day)?|mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?)';
const WEEKDAY_FIRST = new RegExp(`^${WEEKDAY} (.*\\d.*)$`);
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const UNITS = { day: 1, week: 7, fortnight: 14 } as const;

const notADate = (text: string) => refuse<DayRefusal>({ kind: 'notADate', text });

/** Small letters and single blanks, without commas and the dots of abbreviations, "on" and "the". */
const toWords = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/,|(?<=[a-z])\./g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^on /, '')
    .replace(/^the (?=\d)/, '');

/** 'yesterday', 'last Friday', 'in 3 days': null for anything else. */
function readNamedDay(words: string, { today, side }: DayReading): Result<Day, DayRefusal> | null {
  const shift = NAMED.get(words);
  if (shift !== undefined) return accept(plusDays(today, shift));
  const [, which = '', name] =
    new RegExp(`^(?:(last|past|this|next) )?${WEEKDAY}$`).exec(words) ?? [];
  if (name) {
    const ahead = (WEEKDAYS.indexOf(name.slice(0, 3)) - weekdayOf(today) + 7) % 7;
    if (which === 'next') return accept(plusDays(today, ahead || 7));
    if (which === 'last' || which === 'past') return accept(plusDays(today, ahead - 7));
    return accept(plusDays(today, side === 'future' || ahead === 0 ? ahead : ahead - 7));
  }
  const [, ago, unit, isAgo] =
    /^(\d{1,4}|[a-z]+) (day|week|fortnight|month|year)s? (ago|back|before)$/.exec(words) ?? [];
  const [, away, unitAway] =
    /^in (\d{1,4}|[a-z]+) (day|week|fortnight|month|year)s?(?: time)?$/.exec(words) ?? [];
  const count = toNumber(ago ?? away ?? '');
  if (count === null) return null;
  const found = parseDay(plusUnits(today, isAgo ? -count : count, unit ?? unitAway ?? 'day'));
  return found.ok ? found : null;
}

const NAMED = new Map([
  ['today', 0],
  ['now', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
  ['the day before yesterday', -2],
  ['day before yesterday', -2],
  ['the day after tomorrow', 2],
  ['day after tomorrow', 2],
]);

const toNumber = (text: string): number | null => {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === 'a' || text === 'an') return 1;
  const at = NUMBERS.indexOf(text);
  return at < 1 ? null : at;
};

/** '1 May 2025', '2025-5-1', '1.5.2025', '13/05/2025', '1 May': null for anything else. */
function readCalendarDay(
  words: string,
  text: string,
  { today, side }: DayReading,
): Result<Day, DayRefusal> | null {
  const dayFirst = new RegExp(
    `^(\\d{1,2})(?:st|nd|rd|th)?[ -]?(?:of )?${MONTH}[ -]?(\\d{4})?$`,
  ).exec(words);
  const monthFirst = new RegExp(`^${MONTH}[ -]?(\\d{1,2})(?:st|nd|rd|th)?(?:[ -](\\d{4}))?$`).exec(
    words,
  );
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : monthFirst
      ? [monthFirst[2], monthFirst[1], monthFirst[3]]
      : [];
  if (day && name) {
    const month = MONTHS.indexOf(name.slice(0, 3)) + 1;
    if (year) return real(year, month, day, text);
    return nearestYear(month, day, text, { today, side });
  }
  const [, y, m = '', d = ''] = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(words) ?? [];
  if (y) return real(y, m, d, text);
  const [, one = '', mark, two = '', last] =
    /^(\d{1,2})([-./])(\d{1,2})[-./](\d{4})$/.exec(words) ?? [];
  if (!last) return null;
  const asDayFirst = real(last, two, one, text);
  // Where the parts have dots between them, the day comes first everywhere.
  if (mark === '.' || Number(one) === Number(two)) return asDayFirst;
  const asMonthFirst = real(last, one, two, text);
  if (!asDayFirst.ok || !asMonthFirst.ok) return asDayFirst.ok ? asDayFirst : asMonthFirst;
  return refuse({ kind: 'twoDays', text, days: [asDayFirst.value, asMonthFirst.value] });
}

function real(
  year: string,
  month: string | number,
  day: string,
  text: string,
): Result<Day, DayRefusal> {
  const two = (part: string | number) => String(part).padStart(2, '0');
  const read = parseDay(`${year}-${two(month)}-${two(day)}`);
  return read.ok ? read : refuse({ kind: 'noSuchDay', text });
}

/** Of a day without a year, the nearest that is today or on the side that is asked about. */
function nearestYear(
  month: number,
  day: string,
  text: string,
  { today, side }: DayReading,
): Result<Day, DayRefusal> {
  const year = Number(today.slice(0, 4));
  const step = side === 'past' ? -1 : 1;
  // 29 February is at most eight years away.
  for (let away = 0; away <= 8; away += 1) {
    const read = real(String(year + step * away).padStart(4, '0'), month, day, text);
    if (read.ok && (side === 'past' ? read.value <= today : read.value >= today)) return read;
  }
  return refuse({ kind: 'noSuchDay', text });
}

/** A day, a month or a year; a week or a month by its name is a period. */
function readOne(text: string, reading: DayReading): Result<string, DayRefusal> {
  const words = toWords(text);
  const { today } = reading;
  if (isDaySpan(words)) return accept(words);
  const [, name, year] = new RegExp(`^${MONTH} (\\d{4})$`).exec(words) ?? [];
  if (name && year) return accept(`${year}-${monthNumber(name)}`);
  const [, month, itsYear] = /^(0?[1-9]|1[0-2])[./](\d{4})$/.exec(words) ?? [];
  if (month && itsYear) return accept(`${itsYear}-${month.padStart(2, '0')}`);
  const [, which, unit] = /^(this|last|next) (week|month|year)$/.exec(words) ?? [];
  if (unit) {
    const shift = which === 'last' ? -1 : which === 'next' ? 1 : 0;
    if (unit === 'year') return accept(plusUnits(today, shift, 'year').slice(0, 4));
    if (unit === 'month') {
      return accept(plusUnits(`${today.slice(0, 8)}01`, shift, 'month').slice(0, 7));
    }
    const monday = plusDays(today, ((1 - weekdayOf(today) - 7) % 7) + 7 * shift);
    return accept(`${monday}/${plusDays(monday, 6)}`);
  }
  return readTypedDay(text, reading);
}

const monthNumber = (name: string) => String(MONTHS.indexOf(name.slice(0, 3)) + 1).padStart(2, '0');

/** A day in which a sign of a period is part of the date: '1/5/2025'. */
function isDate(text: string, reading: DayReading): Result<string, DayRefusal> | null {
  const read = readOne(text, reading);
  return read.ok || read.refusal.kind !== 'notADate' ? read : null;
}

function inOrder(span: string, text: string): Result<string, DayRefusal> {
  const [first = '', last = first] = span.split('/');
  return last.slice(0, first.length) < first.slice(0, last.length)
    ? refuse({ kind: 'endsFirst', text })
    : accept(span);
}

const weekdayOf = (day: Day) => new Date(day).getUTCDay();

function plusDays(day: Day, count: number): Day {
  const at = new Date(day);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

/** So many days, weeks, months or years later; the last day of a month that is too short. */
function plusUnits(day: Day, count: number, unit: string): Day {
  if (unit === 'day' || unit === 'week' || unit === 'fortnight') {
    return plusDays(day, count * UNITS[unit]);
  }
  const months = unit === 'year' ? count * 12 : count;
  const at = new Date(day);
  const date = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + months);
  const length = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(date, length));
  return at.toISOString().slice(0, 10);
}
