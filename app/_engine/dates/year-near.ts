import { isPast } from '../english/verbs';
import type { Passage } from '../tokens/passage';
import type { Range } from '../tokens/tokens';
import { toDayNumber } from './calendar';
import type { DateContext } from './found-date';
import { tenseAround } from './tense';

/** How far back, in characters, a named year still applies to 'in March'. */
const YEAR_HOLDS_FOR = 400;

/** In days: a text can be dated a day before the day it tells of. */
const SLACK = 3;

/** In days: 'was invited to a fair on 12 March' in February is the coming one; a year back would be named. */
const SOON = 45;

/** 'the quarter ended June 30', 'was held on 3 May': its own verb stands right before the day. */
const isAfterPast = ({ tokens }: Passage, from: number): boolean =>
  [from - 1, from - 2, from - 3].some((at) => isPast(tokens[at]?.lower ?? ''));

const isSoon = (days: number): boolean => days > 0 && days <= SOON;

/** Where nothing shows the side, what is to come must be this much nearer: texts tell more of the past. */
const FUTURE_COST = 1.5;

/**
 * The year of a month or a day that names none: the nearest to publication that fits the tense of its
 * verb. A year named just before applies only in a story of long ago, which names no weekday.
 */
export function yearNear(
  passage: Passage,
  { from, to }: Range,
  month: number,
  day: number | null,
  { published, lastYear, isNews }: DateContext,
): number | null {
  const start = passage.tokens[from]?.start ?? 0;
  const named = lastYear && start - lastYear.at < YEAR_HOLDS_FOR ? lastYear.year : null;
  if (!published) return named;
  const tense = tenseAround(passage, from, to);
  const mayBeOld = tense === 'past' || tense === null;
  if (named !== null && !isNews && mayBeOld && named < published.year - 1) return named;
  const { year } = published;
  const distance = (other: number) =>
    day === null
      ? 12 * (other - year) + month - published.month
      : toDayNumber({ year: other, month, day }) - toDayNumber(published);
  const slack = day === null ? 0 : SLACK;
  if (tense === 'future') return distance(year) >= -slack ? year : year + 1;
  if (tense === 'past' && day !== null && isSoon(distance(year)) && !isAfterPast(passage, from))
    return year;
  if (tense === 'past' || (tense === null && day === null))
    return distance(year) <= slack ? year : year - 1;
  const cost = (other: number) =>
    Math.abs(distance(other)) * (distance(other) > 0 ? FUTURE_COST : 1);
  return [year - 1, year, year + 1].reduce((best, other) =>
    cost(other) < cost(best) ? other : best,
  );
}
