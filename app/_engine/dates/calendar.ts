/** Days of the proleptic Gregorian calendar as whole numbers, so that no time zone can move one. */

export type Calendar = { readonly year: number; readonly month: number; readonly day: number };

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** By the Gregorian rule, also for years before it was in force (ISO 8601). */
const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Length of a month, 1 to 12, in days. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether the calendar has such a day: months from 1, days from 1. */
export const isRealDay = ({ year, month, day }: Calendar): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/**
 * Days since 1970-01-01.
 *
 * @see Howard Hinnant, chrono-Compatible Low-Level Date Algorithms, days_from_civil.
 */
export function toDayNumber({ year, month, day }: Calendar): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Undoes `toDayNumber`. */
export function fromDayNumber(dayNumber: number): Calendar {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (dayNumber: number): number => (((dayNumber + 4) % 7) + 7) % 7;

/** ISO 8601: '2024', '2024-06', '2024-06-03'. */
export const yearText = (year: number): string => pad(year, 4);
/** '2017-07'. */
export const monthText = (year: number, month: number): string =>
  `${pad(year, 4)}-${pad(month, 2)}`;
/** '2017-07-21'. */
export const dayText = ({ year, month, day }: Calendar): string =>
  `${monthText(year, month)}-${pad(day, 2)}`;
/** The same of a day counted as `toDayNumber` counts them. */
export const dayNumberText = (dayNumber: number): string => dayText(fromDayNumber(dayNumber));

/** Reads 'YYYY-MM-DD'; null for anything else, 30 February included. */
export function parseCalendarDay(text: string | null): Calendar | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text ?? '');
  if (!match) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isRealDay(day) ? day : null;
}

/** The month `count` months away from this one. */
export function addMonths(
  year: number,
  month: number,
  count: number,
): { year: number; month: number } {
  const index = year * 12 + (month - 1) + count;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}
