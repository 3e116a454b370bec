import { expect, test } from 'vitest';
import type { Change, Statistic } from '../figures/figure';
import { findUnit } from '../units/unit';
import { checkInside, type FigureOfClaim } from './inside';

// Figures stand in square brackets: as written, then value and unit, then what the engine reads besides.
const FIGURE = /\[([^|\]]*)\|([\d.]+) ?([^;\]]*)((?:;[^\]]*)?)\]/g;

const QUALIFIERS: readonly (readonly [RegExp, FigureOfClaim['qualifier']])[] = [
  [/^(?:about|around|some)/i, 'about'],
  [/^more than/i, 'over'],
  [/^(?:almost|nearly)/i, 'nearly'],
];
const qualifierOf = (surface: string) =>
  QUALIFIERS.find(([words]) => words.test(surface))?.[1] ?? 'exact';

function parse(marked: string): [words: string, figures: FigureOfClaim[]] {
  const figures: FigureOfClaim[] = [];
  let shift = 0;
  for (const match of marked.matchAll(FIGURE)) {
    const [whole, surface = '', value = '', code = '', rest = ''] = match;
    const unit = code === 'pp' ? '[pp]' : code;
    const start = match.index - shift;
    shift += whole.length - surface.length;
    const given = Object.fromEntries(
      rest.split(';').flatMap((each) => (each ? [each.trim().split('=')] : [])),
    ) as Record<string, string>;
    figures.push({
      surface,
      start,
      end: start + surface.length,
      qualifier: qualifierOf(surface),
      value,
      low: null,
      high: null,
      lastDigit: given.last ?? '1',
      significantDigits: null,
      unit: unit || null,
      unitName: unit ? (findUnit(unit)?.name ?? null) : null,
      measure: null,
      dimension: null,
      statistic: (given.is ?? null) as Statistic | null,
      change: (given.way ?? 'equal') as Change,
      baseLow: null,
      baseHigh: null,
      baseUnit: null,
      scope: null,
      basis: null,
      partOf: null,
    });
  }
  return [marked.replace(FIGURE, '$1'), figures];
}

const sentenceOf = (marked: string) => {
  const check = checkInside(...parse(marked));
  return check?.sentence.replace('The article’s own figures give ', '');
};

const AGREES: readonly (readonly [marked: string, sentence: string])[] = [
  [
    'Revenue fell from [£48.2m|48200000 GBP;last=100000] to [£31.9m|31900000 GBP;last=100000], a drop of [34%|34 %;is=change;way=down]',
    '33.8%, in agreement with “34%”.',
  ],
  [
    'Sales were up [15%|15 %;is=change;way=up] at [£46m|46000000 GBP;last=1000000] from [£40m|40000000 GBP;last=1000000]',
    '15%, in agreement with “15%”.',
  ],
  [
    'Catches dropped by [a third|0.33333333333333333333;last=0.1;is=change;way=down] from [900 tonnes|900 t] to [600 tonnes|600 t]',
    '33.3%, in agreement with “a third”.',
  ],
  [
    'The mill kept [250|250 {worker}] workers, down [50|50 {worker};is=change;way=down] from [300|300]',
    '50, in agreement with “50”.',
  ],
  [
    'The rate went from [5%|5 %;is=percent] to [6.5%|6.5 %;is=percent;last=0.1], a rise of [1.5 points|1.5 pp;is=points;way=up;last=0.1] on the year',
    '1.5 percentage points, in agreement with “1.5 points”.',
  ],
  [
    'Some [600|600 {member}] of the [900|900 {member}] members, or [two-thirds|0.66666666666666666667;last=0.1;is=ratio], voted yes',
    '66.7%, in agreement with “two-thirds”.',
  ],
  [
    'It spent [£3m|3000000 GBP;last=1000000] on trains and [£2m|2000000 GBP;last=1000000] on buses, in all [£5m|5000000 GBP;last=1000000]',
    '£5 million, in agreement with “£5m”.',
  ],
];

const FOLDS: typeof AGREES = [
  [
    'Traffic [doubled|2 {count};is=change;way=up] from [12,400|12400 {passenger}] to [24,800|24800 {passenger}]',
    'a ratio of 2, in agreement with “doubled”.',
  ],
  [
    'Profit [halved|0.5;is=change;way=down;last=0.1] from [£4.2m|4200000 GBP;last=100000] to [£2.1m|2100000 GBP;last=100000]',
    'a ratio of 0.5, in agreement with “halved”.',
  ],
  [
    'Membership [trebled|3 {count};is=change;way=up] last year, from [200|200 {member}] to [500|500 {member}]',
    'a ratio of 2.5, not “trebled”.',
  ],
  [
    'The mill [doubled|2 {count};is=change;way=up] its staff to [700|700] from [450|450] in 2019',
    'a ratio of 1.56, not “doubled”.',
  ],
  [
    'Rents [more than doubled|2 {count};is=change;way=up], from [€500|500 EUR] to [€900|900 EUR]',
    'a ratio of 1.8, not “more than doubled”.',
  ],
  [
    'Catches [more than halved|0.5;is=change;way=down;last=0.1] from [900 tonnes|900 t] to [400 tonnes|400 t]',
    'a ratio of 0.444, in agreement with “more than halved”.',
  ],
  [
    'Catches [more than halved|0.5;is=change;way=down;last=0.1] from [900 tonnes|900 t] to [600 tonnes|600 t]',
    'a ratio of 0.667, not “more than halved”.',
  ],
];

const withWords = ([marked, expected]: readonly [string, string]) =>
  [parse(marked)[0], marked, expected] as const;

test.each(AGREES.map(withWords))('the arithmetic is right: %s', (_words, marked, expected) => {
  expect(sentenceOf(marked)).toBe(expected);
});

test.each(FOLDS.map(withWords))('so many times as much: %s', (_words, marked, expected) => {
  expect(sentenceOf(marked)).toBe(expected);
});

const FAULTS: readonly (readonly [marked: string, sentence: string])[] = [
  [
    'Revenue fell from [£48.2m|48200000 GBP;last=100000] to [£31.9m|31900000 GBP;last=100000], a [38%|38 %;is=change;way=down] drop',
    '33.8%, not “38%”.',
  ],
  [
    'Rents rose from [€900|900 EUR] to [€1,200|1200 EUR], a drop of [33%|33 %;is=change;way=down]',
    'a rise of 33.3%, not “33%”.',
  ],
  [
    'The team won [12|12 {match}] of its [30|30 {match}] matches ([60%|60 %;is=percent])',
    '40%, not “60%”.',
  ],
  [
    'The share fell from [45%|45 %;is=percent] to [30%|30 %;is=percent], a drop of [15%|15 %;is=change;way=down] in two years',
    '33.3%, not “15%”.',
  ],
  [
    'It killed [12|12 {person}] people in the town and [7|7 {person}] in the harbour, for a total of [21|21 {person};is=total]',
    '19, not “21”.',
  ],
];

test.each(FAULTS.map(withWords))('the arithmetic is wrong: %s', (_words, marked, expected) => {
  expect(sentenceOf(marked)).toBe(expected);
});

const SEVERAL: typeof AGREES = [
  [
    'Attendance [doubled|2 {count};is=change;way=up] from [5,900|5900 {spectator}] to [11,800|11800 {spectator}], and revenue rose [60%|60 %;is=change;way=up] from [£1.2m|1200000 GBP;last=100000] to [£1.6m|1600000 GBP;last=100000]',
    '33.3%, not “60%”.',
  ],
  [
    'Revenue fell to [£32m|32000000 GBP;last=1000000] from [£48m|48000000 GBP;last=1000000], down [33%|33 %;is=change;way=down], as costs rose [50%|50 %;is=change;way=up] from [£2m|2000000 GBP] to [£3m|3000000 GBP]',
    '33.3%, in agreement with “33%”.',
  ],
];

test.each(SEVERAL.map(withWords))(
  'each change has its own figures: %s',
  (_words, marked, expected) => {
    expect(sentenceOf(marked)).toBe(expected);
  },
);

test.each(
  [
    'Rents [doubled|2 {count};is=change;way=up] and wages rose [10%|10 %;is=change;way=up], while prices went from [€2|2 EUR] to [€3|3 EUR]',
    'Sales rose [10%|10 %;is=change;way=up] from [£2m|2000000 GBP] to [£2.2m|2200000 GBP;last=100000] and then [£3m|3000000 GBP], and profit fell [5%|5 %;is=change;way=down]',
    'Revenue fell from [£48m|48000000 GBP;last=1000000] to [£32m|32000000 GBP;last=1000000] while profit rose [5%|5 %;is=change;way=up]',
    'Revenue fell from [£48m|48000000 GBP;last=1000000] to [£32m|32000000 GBP;last=1000000], a drop of [5%|5 %;is=change;way=down] in exports',
    'Rents did not rise from [€900|900 EUR] to [€1,200|1200 EUR], an increase of [50%|50 %;is=change;way=up]',
    'Profit rose [20%|20 %;is=change;way=up] to [£12m|12000000 GBP;last=1000000]',
    'Sales rose from [£2m|2000000 GBP;last=1000000] to [£3m|3000000 GBP;last=1000000] and then [£4m|4000000 GBP;last=1000000], up [50%|50 %;is=change;way=up]',
    'Of [900|900 {member}] members [600|600 {member}] came and [40%|40 %;is=percent] voted',
    'It spent [£3m|3000000 GBP] on trains, [£2m|2000000 GBP] on buses and in total [£9m|9000000 GBP] since the war',
    'Revenue [doubled|2 {count};is=change;way=up] while costs rose from [£2m|2000000 GBP;last=1000000] to [£3m|3000000 GBP;last=1000000]',
    'The price [doubled|2 {count};is=change;way=up] from [£2|2 GBP] to [£3|3 GBP] and then [£4|4 GBP]',
    'The queue grew from [up to 30|30 {person}] to [200|200 {person}] people',
  ].map((marked) => [parse(marked)[0], marked] as const),
)('nothing is said where it is not sure: %s', (_words, marked) => {
  expect(sentenceOf(marked)).toBeUndefined();
});

test('a check has its working', () => {
  expect(checkInside(...parse(AGREES[0]?.[0] ?? ''))?.working).toBe(
    '(31.9 − 48.2) ÷ 48.2 = −33.8%',
  );
});
