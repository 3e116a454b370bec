const numbered = (list: string): [string, number][] =>
  list
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [word = '', value = ''] = entry.split('=');
      return [word, Number(value)];
    });

export const MONTHS: ReadonlyMap<string, number> = new Map(
  numbered(`january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 october=10 november=11
    december=12 jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 oct=10 nov=11 dec=12`),
);

/** Names of months that are also words or names of people: they need a preposition. */
export const DOUBTFUL_MONTHS: ReadonlySet<string> = new Set([
  'may',
  'march',
  'mar',
  'jan',
  'sep',
  'dec',
  'april',
  'june',
  'august',
  'jun',
  'apr',
]);

export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  numbered(`sunday=0 monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 mon=1 tue=2 tues=2 wed=3 thu=4
    thur=4 thurs=4 fri=5 sundays=0 mondays=1 tuesdays=2 wednesdays=3 thursdays=4 fridays=5 saturdays=6`),
);
export const CUT_WEEKDAYS: ReadonlySet<string> = new Set([
  'mon',
  'tue',
  'tues',
  'wed',
  'thu',
  'thur',
  'thurs',
  'fri',
]);

/** First month of each season in the northern half of the world; three months long. */
export const SEASONS: ReadonlyMap<string, number> = new Map(
  numbered('spring=3 summer=6 autumn=9 fall=9 winter=12'),
);

export const PERIOD_WORDS: ReadonlyMap<
  string,
  'day' | 'week' | 'month' | 'year' | 'decade' | 'century' | 'weekend' | 'quarter'
> = new Map([
  ['day', 'day'],
  ['days', 'day'],
  ['night', 'day'],
  ['nights', 'day'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['month', 'month'],
  ['months', 'month'],
  ['year', 'year'],
  ['years', 'year'],
  ['decade', 'decade'],
  ['decades', 'decade'],
  ['century', 'century'],
  ['centuries', 'century'],
  ['weekend', 'weekend'],
  ['quarter', 'quarter'],
]);

export const BEFORE_MONTH: ReadonlySet<string> = new Set(
  `in since by until till from during last next this early late mid through before after of between and to for on around
  every each past coming`.split(/\s+/),
);

export const BEFORE_YEAR: ReadonlySet<string> = new Set(
  `in since by until till from during of between to after before early late mid around about circa c through and year
  summer spring autumn fall winter for throughout`.split(/\s+/),
);

/** Words in a sentence that put its dates after the day it was published. */
export const FUTURE_WORDS: ReadonlySet<string> = new Set(
  `will shall upcoming due forthcoming tomorrow expected scheduled plans planned planning won't they'll we'll he'll she'll
  it'll going`.split(/\s+/),
);

/** Before a number from 1000 to 1899 that is a year; 'a survey of 1709 children' is none. */
export const BEFORE_OLD_YEAR: ReadonlySet<string> = new Set(
  'in since by until till from during before after circa c and to'.split(' '),
);
