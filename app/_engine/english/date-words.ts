import { wordList } from '../tokens/word-list';

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

/** A month and a day; days from Easter Sunday; or a month, a weekday from Sunday 0, which of them, and days after it. */
type HolidayRule =
  | `${number}-${number}`
  | `easter:${number}`
  | `${number}-${number}-${number}`
  | `${number}-${number}-${number}-${number}`;

const holidays = (
  entries: readonly (readonly [string, HolidayRule])[],
): ReadonlyMap<string, readonly (readonly [readonly string[], HolidayRule])[]> => {
  const byFirst = new Map<string, (readonly [readonly string[], HolidayRule])[]>();
  for (const [name, rule] of entries) {
    const words = name.split(' ');
    const [first = ''] = words;
    byFirst.set(first, [...(byFirst.get(first) ?? []), [words, rule]]);
  }
  return byFirst;
};

/** Days with a name by their first word, the longest name first. Days that differ from country to country are left out. */
export const HOLIDAYS = holidays([
  ["new year 's day", '1-1'],
  ["new year 's eve", '12-31'],
  ["valentine 's day", '2-14'],
  ["st patrick 's day", '3-17'],
  ['good friday', 'easter:-2'],
  ['easter sunday', 'easter:0'],
  ['easter monday', 'easter:1'],
  ['ash wednesday', 'easter:-46'],
  ['palm sunday', 'easter:-7'],
  ['may day', '5-1'],
  ['bastille day', '7-14'],
  ['halloween', '10-31'],
  ['black friday', '11-4-4-1'],
  ['cyber monday', '11-4-4-4'],
  ['thanksgiving day', '11-4-4'],
  ['thanksgiving', '11-4-4'],
  ['christmas eve', '12-24'],
  ['christmas day', '12-25'],
  ['christmas', '12-25'],
  ['boxing day', '12-26'],
]);

/** Before the name of a day these make a name of the two: 'Super Tuesday', 'Sheffield Wednesday'. */
export const BEFORE_NAMED_DAYS = wordList(
  'black super bloody cyber fat shrove maundy holy sheffield ruby taco freaky casual mad manic',
);

/** After the name of a day these make a name of the two: 'the Sunday Times', 'Saturday Night Live'. */
export const AFTER_NAMED_DAYS: readonly RegExp[] = [
  /^(?:Times|Mirror|Telegraph|Express|Post|Mail|World|Herald|Star|Sun|People|Independent|Mercury)\b/,
  /^(?:Night|Evening|Morning) (?:Live|Football|Post|Fever|Lights|Takeaway)\b/,
  /^the 13th\b/,
];

/** Their verb is to come, seen from the day of saying. */
export const FUTURE_AUXILIARIES = wordList(`
  will shall won't won’t would wouldn't wouldn’t i'll you'll he'll she'll it'll we'll they'll i’ll you’ll he’ll she’ll it’ll
  we’ll they’ll i'd he'd she'd we'd they'd
`);

/** A possibility is to come, unless 'have' follows. */
export const MAY_BE = wordList("could may might must should can can't can’t cannot ought");

/** After 'is', 'has', or a noun: the thing is to come. */
export const PLANNED = wordList(`
  scheduled planned expected slated due supposed tipped poised likely ready going planning hoping aiming postponed intended
`);

/** Before an infinitive: its act is to come. */
export const PLANNERS = wordList(`
  plan plans planned planning hope hopes hoped hoping aim aims aimed aiming expect expects expected intend intends intended
  want wants wanted agree agrees agreed promise promises promised vow vows vowed pledge pledges pledged decide decided
  decides decision deal due set scheduled slated supposed likely ready poised prepare prepares prepared preparing deadline
  chance threaten threatens threatened propose proposes proposed refuse refuses order orders ordered need needs about
`);

/** With 'until': what they say has not been yet. */
export const PUT_OFF = wordList(`
  postponed postpone postpones delayed delay delays extended extend extends adjourned adjourn put suspended deferred defer
  given give gave gives moved rescheduled remanded wait waits stay stays
`);

/** In the present these tell what is on a calendar: 'the fair opens on Friday'. */
export const TIMED = wordList(`
  starts begins opens closes ends expires resumes returns leaves arrives meets faces plays hosts visits takes runs goes start
  begin open close end expire resume return leave arrive meet face play host visit take run go hopes expects aims plans
  kicks concludes continues picks launches debuts premieres airs wraps travels finishes kick conclude continue pick launch debut
  premiere air wrap travel finish
`);

export const PARTS_OF_DAY = wordList('morning afternoon evening night noon midnight');

/** After a year these are a time themselves: 'the 2002–03 season'. */
export const PERIOD_NOUNS = wordList('season year term');

/** A date after these is a bound, or the other side of a comparison. */
export const BACK_TO = wordList('since until till before after than versus against to from');

export const COMPARED = wordList('compared than versus against unlike');

/** Verbs of states and lives: a day told before does not date them. */
export const BACKGROUND_VERBS = wordList(`
  born grew studied lived knew wanted believed thought owned belonged included contained meant loved hated served consisted
  known based located needed seemed felt understood
`);

/** A statement with one of these is at another time than the one told before. */
export const SHIFT_WORDS = wordList(`
  previously earlier ago formerly once since already historically originally always never later later afterwards usually often
  traditionally initially previous preceding following
`);

/** Nouns for what a story is about, so that 'the crash happened at 9pm' is of its day. */
export const STORY_EVENTS = wordList(`
  crash accident collision fire blaze shooting attack blast explosion bombing quake earthquake incident stabbing robbery raid
  match game vote election ceremony protest strike storm tornado flood murder killing launch landing march rally riot brawl fight
  ambush assault derailment outage eruption avalanche landslide rescue race hearing verdict announcement meeting summit wedding birth
`);
