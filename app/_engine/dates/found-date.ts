import { FUTURE_WORDS } from '../english/date-words';
import { type Passage, wordsOf } from '../tokens/passage';
import { type Calendar, dayText } from './calendar';

/** What earlier words have settled: the day of publication and the year last named. */
export type DateContext = {
  readonly published: Calendar | null;
  /** The year named last, and its place, so that 'in March' can be of that year. */
  lastYear: { readonly year: number; readonly at: number } | null;
  /** The date read last, and its place, so that 'the next day' can follow it. */
  last?: { readonly value: string; readonly at: number } | null;
  /** The same, of the dates that are not to come. */
  lastPast?: { readonly value: string; readonly at: number } | null;
  /** A weekday or 'yesterday' was read, so the text tells of days close to its publication. */
  isNews?: boolean;
};

/** A date by its tokens; a figure may stand inside it ('two years ago') unless it is `solid`. */
export type Found = {
  readonly from: number;
  readonly to: number;
  readonly value: string | null;
  readonly unresolved: string | null;
  readonly solid: boolean;
  /** The year it names itself, if it does. */
  readonly year: number | null;
  /** A weekday or 'yesterday': only a text about days close to its publication has them. */
  readonly isNear?: boolean;
};

export const NO_PUBLICATION_DATE = 'the article has no publication date to count from';

/** The reason of a business year. */
export const BUSINESS_YEAR = 'a business year need not be a calendar year';

/** The reason of a day that the calendar does not have: 29 February 2023. */
export const NO_SUCH_DAY = 'there is no such day';

/** A date that was settled; `from` and `to` are tokens, `to` exclusive. */
export const settled = (
  from: number,
  to: number,
  value: string,
  year: number | null,
  solid = true,
): Found => ({ from, to, value, unresolved: null, solid, year });

/** A date left open, with the reason in words for the reviewer. */
export const open = (from: number, to: number, why: string, solid = true): Found => ({
  from,
  to,
  value: null,
  unresolved: why,
  solid,
  year: null,
});

/** Whether the sentence speaks of what is to come, so that 'on Friday' is the next one. */
export const isFuture = (passage: Passage): boolean => {
  const words = wordsOf(passage);
  for (const word of FUTURE_WORDS) if (words.has(word)) return true;
  return false;
};

/** Whether a date begins after the day of publication. */
export const isToCome = ({ published }: DateContext, value: string): boolean =>
  published !== null && value > dayText(published).slice(0, value.length);
