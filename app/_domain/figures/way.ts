import type { Figure } from './figure';

/** A rise or a fall. */
export type Way = 'up' | 'down';

const RISES = wordsOf(
  'rise rises increase increases jump growth surge hike hikes climb gain gains uptick leap spike',
);
const FALLS = wordsOf(
  'fall falls decrease decreases drop drops decline declines cut cuts reduction reductions slump slide plunge contraction dip',
);

/**
 * Whether a figure is a rise or a fall: by its direction, or by the noun of its measure, as in 'drop in
 * rents' of 'a 4 % drop in rents'. Null for a level, and where neither says.
 */
export function wayOfChange({ change, statistic, measure }: Figure): Way | null {
  if (change === 'up' || change === 'down') return change;
  if (statistic !== 'change' || !measure) return null;
  const words =
    measure
      .toLowerCase()
      .split(/ in | of /)[0]
      ?.split(' ') ?? [];
  const noun = words.at(-1) ?? '';
  if (RISES.has(noun)) return 'up';
  return FALLS.has(noun) ? 'down' : null;
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
