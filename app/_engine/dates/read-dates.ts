import type { ReadDate } from '#domain/claims/reading';
import type { Passage } from '../tokens/passage';
import { readDayFirst, readMonthFirst, readNumericDate } from './calendar-dates';
import type { DateContext, Found } from './found-date';
import { readNearDay, readSeason, readWeekday } from './near-days';
import { readQuarter } from './quarters';
import { readAgo, readRelativePeriod } from './relative-dates';
import { readOrdinalCentury, readYear } from './years';

export type { DateContext } from './found-date';

export type FoundDate = ReadDate & { readonly solid: boolean };

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
    const isBound = BOUNDS.has(tokens[found.from - 1]?.lower ?? '');
    if (found.year !== null && !isBound) context.lastYear = { year: found.year, at: start };
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
      readYear(passage.tokens, at)
    );
  if (token.kind !== 'word') return null;
  return (
    readWeekday(passage, at, context) ??
    readMonthFirst(passage, at, context) ??
    readNearDay(passage, at, context) ??
    readRelativePeriod(passage, at, context) ??
    readSeason(passage, at, context) ??
    readQuarter(passage, at, context) ??
    readAgo(passage, at, context)
  );
}
