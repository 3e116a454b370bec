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

/**
 * The day of a moment in a time zone.
 *
 * @param zone  a name of the IANA database, 'Europe/Berlin'
 */
export const dayOf = (at: Date, zone: string): Day => toClock(at, zone).slice(0, 10);

/** The moment at which a day begins in a time zone; after a change of the clocks at midnight, its first. */
export function startOfDay(day: Day, zone: string): Date {
  const midnight = Date.parse(day);
  // No zone is a day away from UTC, and clocks change by less than a day.
  let at = midnight;
  for (let tries = 0; tries < 3; tries += 1) {
    at += midnight - Date.parse(`${toClock(new Date(at), zone)}Z`);
  }
  return new Date(at);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** '2026-11-24T10:03:00', as a clock in the zone shows it. */
function toClock(at: Date, zone: string): string {
  if (zone === 'UTC') return at.toISOString().slice(0, 19);
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    clocks.set(zone, clock);
  }
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const year = String(part.year).padStart(4, '0');
  return `${year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}`;
}

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

/** '2026-11-24 10:03 CET', or the text itself when it is no moment. */
export function minuteOf(at: Date | string, zone: string): string {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return String(at);
  return `${toClock(moment, zone).slice(0, 16).replace('T', ' ')} ${zoneInWords(moment, zone)}`;
}

/** The short name of a time zone at a moment: 'CET', 'EDT', or 'GMT+9' where English has no name. */
function zoneInWords(at: Date, zone: string): string {
  if (zone === 'UTC') return zone;
  const names = ['en-GB', 'en-US', 'en-AU', 'en-IN'].map(
    (locale) =>
      shortName(locale, zone)
        .formatToParts(at)
        .find(({ type }) => type === 'timeZoneName')?.value,
  );
  return names.find((name) => name && !/^(?:GMT|UTC)[+-]/.test(name)) ?? names[0] ?? zone;
}

const shortNames = new Map<string, Intl.DateTimeFormat>();

function shortName(locale: string, zone: string): Intl.DateTimeFormat {
  const key = `${locale} ${zone}`;
  const stored = shortNames.get(key);
  if (stored) return stored;
  const made = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' });
  shortNames.set(key, made);
  return made;
}
