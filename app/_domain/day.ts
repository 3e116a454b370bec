import { accept, type Result, refuse } from './result';

/** A day of the Gregorian calendar, '2025-05-01'. A string, so that no time zone can move it. */
export type Day = string;

/**
 * Reads a day written year first.
 *
 * @param text  '2025-05-01'
 * @returns the day, or notADay for anything else, 30 February included
 * @see ISO 8601-1:2019, 5.2.2.1, calendar date, extended format.
 */
export function parseDay(text: string): Result<Day, { kind: 'notADay'; text: string }> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (!match) return refuse({ kind: 'notADay', text });
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? accept(match[0]) : refuse({ kind: 'notADay', text });
}

/** The day of a moment, in UTC, as all days of the desk are. */
export const dayOf = (at: Date): Day => at.toISOString().slice(0, 10);

/** Whole days from one day to another; negative when it comes before. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * A day, month, year or interval in words: '1 May 2025', 'June 2024', '1959',
 * '28 April 2025 to 4 May 2025'. Text that is none of these comes back as it is.
 */
export function dayInWords(value: string): string {
  if (value.includes('/')) return value.split('/').map(dayInWords).join(' to ');
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value);
  if (!match) return value;
  const [, year, month, day] = match;
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year]
    .filter(Boolean)
    .join(' ');
}

/** Whether a text is a day, month or year, or an interval of two of them. @see ISO 8601-1, 5.2.2. */
export function isDaySpan(text: string): boolean {
  const ends = text.split('/');
  return ends.length <= 2 && ends.every(isDayMonthOrYear);
}

function isDayMonthOrYear(text: string): boolean {
  if (/^\d{4}$/.test(text)) return true;
  return parseDay(/^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text).ok;
}

/** Whether a day, month, year or span begins only after another has ended. */
export function isLater(one: string, other: string): boolean {
  const first = one.split('/')[0] ?? one;
  const last = other.split('/').at(-1) ?? other;
  // '2024-06' ends with '2024-06-31', which comes after all its days and before the next month.
  const end = last.length === 4 ? `${last}-12-31` : last.length === 7 ? `${last}-31` : last;
  return `${first}-01-01`.slice(0, 10) > end;
}

/** '2026-11-24 10:03 UTC', or the text itself when it is no moment. */
export function minuteOf(at: string): string {
  const moment = new Date(at);
  return Number.isNaN(moment.getTime())
    ? at
    : `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
