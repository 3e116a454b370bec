import type { ReadDate } from '#domain/claims/reading';
import type { Passage } from '../tokens/passage';
import { readDayAfter, readDayFirst, readMonthFirst, readYearAndMonth } from './calendar-dates';
import { readAgo, readFollowing } from './following';
import type { DateContext, Found } from './found-date';
import { readHoliday } from './holidays';
import { readNearDay, readSeason, readWeekday } from './near-days';
import { readNumericDate } from './numeric-dates';
import { readQuarter } from './quarters';
import { readRelativePeriod } from './relative-dates';
import { readDecadeInWords, readOrdinalCentury, readYear } from './years';

export type { DateContext } from './found-date';

export type FoundDate = ReadDate & { readonly solid: boolean };

/**
 * Reads the dates of one sentence, and remembers in `context` the year named last.
 *
 * @returns dates in the order of the text; `text.slice(start, end)` is each one's surface
 */
export function readDates(passage: Passage, context: DateContext): FoundDate[] {
  const { tokens } = passage;
  const dates: FoundDate[] = [];
  let at = 0;
  let previous: Found | null = null;
  while (at < tokens.length) {
    const found: Found | null =
      (previous && readDayAfter(passage, at, previous)) ?? readDateAt(passage, at, context);
    previous = found;
    if (!found) {
      at++;
      continue;
    }
    dates.push(toDate(passage, found, context));
    at = Math.max(found.to, at + 1);
  }
  return dates;
}

function toDate({ text, tokens }: Passage, found: Found, context: DateContext): FoundDate {
  const start = tokens[found.from]?.start ?? 0;
  const end = tokens[found.to - 1]?.end ?? start;
  const isBound = BOUNDS.has(tokens[found.from - 1]?.lower ?? '');
  if (found.year !== null && !isBound) context.lastYear = { year: found.year, at: start };
  if (found.value !== null && found.solid && !isBound)
    context.last = { value: found.value, at: start };
  if (found.isNear) context.isNews = true;
  const { value, unresolved, solid } = found;
  return { start, end, surface: text.slice(start, end), value, unresolved, solid };
}

/** 'since 2019' is the start of a time; the event is not of that year. */
const BOUNDS = new Set(['since', 'until', 'till', 'than']);

function readDateAt(passage: Passage, at: number, context: DateContext): Found | null {
  const token = passage.tokens[at];
  if (!token || token.kind === 'address') return null;
  if (token.kind === 'number')
    return (
      readNumericDate(passage.tokens, at) ??
      readDayFirst(passage, at, context) ??
      readOrdinalCentury(passage.tokens, at) ??
      readAgo(passage, at, context) ??
      readYearAndMonth(passage.tokens, at) ??
      readYear(passage.tokens, at)
    );
  if (token.kind !== 'word') return null;
  return (
    readWeekday(passage, at, context) ??
    readMonthFirst(passage, at, context) ??
    readNearDay(passage, at, context) ??
    readFollowing(passage, at, context) ??
    readHoliday(passage, at, context) ??
    readDecadeInWords(passage, at) ??
    readRelativePeriod(passage, at, context) ??
    readSeason(passage, at, context) ??
    readQuarter(passage, at, context) ??
    readAgo(passage, at, context)
  );
}
