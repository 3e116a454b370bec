import { describe, expect, test } from 'vitest';
import { readFigures } from '../figures/read-figures';
import { toPassage } from '../tokens/passage';

const measuresOf = (text: string): Record<string, string | null> =>
  Object.fromEntries(
    readFigures(toPassage(text, { start: 0, end: text.length }), []).map((figure) => [
      figure.surface,
      figure.measure,
    ]),
  );

describe('money and per cent are of what the sentence says they are of', () => {
  test.each([
    [
      'the subject of a level or a change',
      'Unemployment in Carrow rose to 5.2 percent.',
      { '5.2 percent': 'unemployment in Carrow' },
    ],
    [
      'both values of one change',
      'Net profit at the brewery fell 14% to £82m.',
      { '14%': 'net profit at the brewery', '£82m': 'net profit at the brewery' },
    ],
    [
      'the subject over an aside',
      'Inflation, which was 11% in spring, is now 3.8%.',
      { '11%': 'inflation', '3.8%': 'inflation' },
    ],
    ['a noun after it', 'A £750,000 fine was handed to the company.', { '£750,000': 'fine' }],
    [
      'a noun before "of"',
      'The insurer reported a loss of $310m, against a profit of $95m.',
      { $310m: 'loss', $95m: 'profit' },
    ],
    ['a whole', 'About 38% of the pupils missed an exam.', { 'About 38%': 'share of the pupils' }],
    ['a kind of money', 'The airline has $1.9 billion in debt.', { '$1.9 billion': 'debt' }],
    [
      'what was paid for',
      'The board paid $3.1m for two tugs.',
      { '$3.1m': 'amount paid for two tugs' },
    ],
    ['a value', 'The stolen necklace is worth €2.5m.', { '€2.5m': 'value of the stolen necklace' }],
    [
      'a value at a sale',
      'The start-up was valued at $700 million.',
      { '$700 million': 'value of the start-up' },
    ],
    ['who holds a share', 'The Greens have 31%.', { '31%': 'share held by the Greens' }],
    [
      'spending',
      'Ministers spent $2.4 million on flights.',
      { '$2.4 million': 'spending on flights' },
    ],
  ])('%s', (_rule, text, measures) => {
    expect(measuresOf(text)).toMatchObject(measures);
  });
});

describe('lengths, weights and times', () => {
  test.each([
    [
      'The bridge is 420 metres long and 18 metres wide.',
      { '420 metres': 'length of the bridge', '18 metres': 'width of the bridge' },
    ],
    ['It carries a mirror 21 feet wide.', { '21 feet': 'width of the mirror' }],
    ['The flight to Osaka took 13 hours.', { '13 hours': 'duration of the flight to Osaka' }],
    ['Police seized 40 kg of cocaine.', { '40 kg': 'weight of cocaine' }],
    ['The engine has a specific impulse of 462 s.', { '462 s': 'specific impulse' }],
    ['It fell with 45.9 seconds left in the game.', { '45.9 seconds': 'time left in the game' }],
    ['He was sentenced to eleven years in prison.', { 'eleven years': 'sentence' }],
  ])('%s', (text, measures) => {
    expect(measuresOf(text)).toMatchObject(measures);
  });
});

test('the share of other people takes nothing from the share before it', () => {
  expect(measuresOf('Youth unemployment is 24%, against 9% for adults.')).toEqual({
    '24%': 'youth unemployment',
    '9%': null,
  });
});

describe('a change told after its level is of the same', () => {
  test.each([
    [
      'The carmaker delivered 422,000 vans in the spring, up 36 percent from a year ago.',
      { '36 percent': 'vans' },
    ],
    ['At noon the Sensex stood at 61,012, down 0.3 percent.', { '0.3 percent': 'Sensex' }],
    ['Profit was $3.4 billion, up about 5%.', { 'about 5%': 'profit' }],
    ['The fair drew 40,000 visitors, up a third.', { 'a third': 'visitors' }],
    ['Exports were 40,000 tonnes in May, down by 12%.', { '12%': 'weight of exports' }],
    ['where they were is not what rose: It has 1,400 buses in 12 towns, up 6%.', { '6%': null }],
  ])('%s', (text, measures) => {
    expect(measuresOf(text)).toMatchObject(measures);
  });
});

describe('where one verb serves for two, each figure is of its own subject', () => {
  test.each([
    ['The mill sold for $1.2m and the barn for $310,000.', { '$310,000': 'price of the barn' }],
    ['The fine was 40,000 euros and the damage 2 million euros.', { '2 million euros': 'damage' }],
    ['Wheat fell 2%, maize by 3% and oats 4%.', { '3%': 'maize', '4%': 'oats' }],
    ['The bridge is 400 metres long and the tunnel 2 km.', { '2 km': 'length of the tunnel' }],
    ['Bread costs 90 cents, milk $1.20.', { '$1.20': 'cost of milk' }],
    ['The firm spent $3m on flights and $2m on hotels.', { $2m: 'spending on hotels' }],
    ['They gave $3m to schools and $2m to clinics.', { $2m: 'amount given to clinics' }],
    ['He won 52% of the vote and Tully 39%.', { '39%': 'share of the vote' }],
    ['The whale is 12 metres long and weighs 9 tonnes.', { '9 tonnes': 'weight of the whale' }],
    ['Shares in the mine closed up 4% and have doubled since.', { doubled: 'shares in the mine' }],
  ])('%s', (text, measures) => {
    expect(measuresOf(text)).toMatchObject(measures);
  });
});

describe('so many times as much is of what was multiplied', () => {
  test.each([
    ['Hospital admissions have tripled.', { tripled: 'hospital admissions' }],
    ['The charity has doubled its staff.', { doubled: 'staff' }],
    ['The number of thefts halved last year.', { halved: 'number of thefts' }],
    ['Rents could triple by June.', { triple: 'rents' }],
    ['It rained twice the monthly average.', { Twice: undefined, twice: 'monthly average' }],
  ])('%s', (text, measures) => {
    expect(measuresOf(text)).toMatchObject(
      Object.fromEntries(Object.entries(measures).filter(([, measure]) => measure)),
    );
  });
});

describe('a share of those who were asked is of what they said or did', () => {
  test.each([
    [
      '48% chose Ruiz while 45% chose Sen. Moss.',
      'share that chose Ruiz',
      'share that chose Sen. Moss',
    ],
    [
      'Some 12% would vote for Ruiz, and 3% backed Holm.',
      'share that would vote for Ruiz',
      'share that backed Holm',
    ],
    ['A poll found that 61% had skipped a meal.', 'share that had skipped a meal', undefined],
    [
      'The Whigs held 33% and the Greens had 10%.',
      'share held by the Whigs',
      'share held by the Greens',
    ],
    ['About 40% agreed.', null, undefined],
    ['Staff got a 5% pay rise.', null, undefined],
  ])('%s', (text, first, second) => {
    expect(Object.values(measuresOf(text))).toEqual(
      second === undefined ? [first] : [first, second],
    );
  });
});

test.each([
  ['Injured: 4,877', { '4,877': 'people injured' }],
  ['Price: $40', { $40: 'price' }],
  ['He had one wish: $40', { $40: null, one: 'wish' }],
])('the heading of a figure alone is its measure: %s', (text, measures) => {
  expect(measuresOf(text)).toEqual(measures);
});

describe('a noun beside the figure names it', () => {
  test.each([
    ['It expects full-year revenue of between $16bn and $17bn.', 'full-year revenue'],
    ['The poll has a margin of error of plus or minus 3.1 percentage points.', 'margin of error'],
    ['They found tobacco with a street value of £96m.', 'street value'],
    ['The dam was built at a cost of $140m.', 'cost'],
    ['Sales rose, topping forecasts of 5%.', 'forecasts'],
    ['About 2 inches (50 mm) of rain fell.', 'rain'],
    ['A magnitude 6.1 earthquake struck.', 'magnitude'],
    ['The soil had pH 5.5.', 'pH'],
    ['Two lots went for €2.1m.', 'price of lots'],
    ['Plans for 240 homes, 30% of them affordable, failed.', 'share of homes'],
    ['The bank raised its key rate by a quarter of a point.', 'key rate'],
    ['A jug holds 2/3 of a litre.', 'volume of the jug'],
    ['They dropped the 14-day waiting period.', 'waiting period'],
    ['The towns lie 70 km (43 miles) from each other.', 'distance of the towns'],
    ['Support is 48%, a +12 point jump from May.', 'jump in support'],
    ['The gap is three times the national average.', 'national average'],
    ['The club has expanded three times.', 'times'],
    ['Operating costs jumped by 4%.', 'operating costs'],
    ['It cut its guidance by 15% to between £85m and £95m.', 'guidance'],
    ['It raised the total for the year to 19 cents.', 'total'],
    ['The round valued the start-up at $2m.', 'value of the start-up'],
    ['The deal, worth €4.7bn including debt, is done.', 'value of the deal'],
    ['Half of those asked agreed.', 'share of those asked'],
    ['Half of those asked said no, compared with 62% in May.', 'share of those asked'],
    ['Officers found $48,000 in cash.', 'cash'],
    ['He was jailed for stealing £230,000 from patients.', 'amount stolen'],
    ['Crews took 45 minutes to free the driver.', 'time taken to free the driver'],
    ['The vote took 45 minutes to end.', 'duration of the vote'],
    ['It was 41% full, compared with an average of 78%.', 'full'],
    ['Smokers had a 27% higher risk of falls.', 'risk of falls'],
    ['Walkers had half the risk of falls.', 'risk of falls'],
    ['The bank set aside $1.3bn for bad loans.', 'amount set aside for bad loans'],
    ['The euro bought $1.08.', 'value of the euro'],
    ['IT fell behind: it has 27 faults, and 39% of these are grave.', 'share of faults'],
    ['Some 54% of voters back Reed, against 41% for Moss.', 'share of voters'],
    ['Fees will rise by 5%, adding £72 to a bill.', 'amount added to the bill'],
  ])('%s', (text, measure) => {
    expect(Object.values(measuresOf(text)).at(-1)).toBe(measure);
  });

  test.each([
    ['He joined from Lens for £18m.', null],
    ['Sales fell in the three months to June.', null],
    ['Much rain fell in 24 hours.', null],
    ['Shares fell $2, wiping $30 off a stake.', null],
    ['They moved within two points of the leaders.', 'points'],
    ['Danilo Reed added 25 points.', 'points'],
    ['The offer fell short of the $20 that he asked.', null],
    ['He bowled well, at an average of 18.3.', null],
    ['Sales hit $900m, more than double the $400m of 2019.', null],
  ])('and what only stands near does not: %s', (text, measure) => {
    expect(Object.values(measuresOf(text)).at(-1)).toBe(measure);
  });
});

test('a poll that puts parties on shares gives each its own', () => {
  expect(
    measuresOf('The survey put the Liberals on 34%, the Greens on 22 and Reform on 9.'),
  ).toEqual({
    '34%': 'share held by the Liberals',
    '22': 'share held by the Greens',
    '9': 'share held by Reform',
  });
});

test('a thing that goes without saying is measured as its partner is', () => {
  expect(measuresOf('The shop sold 210 prints online and 85 at the fair.')).toEqual({
    '210': 'prints sold',
    '85': 'prints sold',
  });
  expect(measuresOf('The blast killed 12 people and injured 30 others.')).toEqual({
    '12': 'people killed',
    '30': 'people injured',
  });
});

describe('what is counted is the noun, whatever stands before it', () => {
  const unitsOf = (text: string) =>
    readFigures(toPassage(text, { start: 0, end: text.length }), []).map(({ unit }) => unit);

  test.each([
    ['The county runs 14 poorly equipped field hospitals.', ['{hospital}']],
    ['There were 900 new build affordable homes.', ['{home}']],
    ['They supplied 430 (revised) affordable homes.', ['{home}']],
    ['The airline sold four older 320 Neo jets.', ['{jet}']],
    ['It carries two nano-satellites.', ['{satellite}']],
    ['Three smaller branches will close.', ['{branch}']],
    ['They did three thousand tests per day.', ['{test}/d']],
    ['It stood at 2.1 last year.', [null]],
    ['Farmers lost a third of their olive crop.', ['{crop}']],
    ['They join the first nine DARS firms.', ['{firm}']],
    ['One Napa County reporting station has shut.', ['{station}']],
    ['The Hawks made 14 of 31 three-pointers.', ['{pointer}', '{pointer}']],
    ['It makes two “deliveries” a year.', ['{delivery}/a']],
    ['One actor onstage wept.', ['{actor}']],
    ['The odds ratio 1.8 rose.', [null]],
    ['They saw 20 first-graders.', ['{grader}']],
    ['It has three central and eastern European members.', ['{member}']],
    ['Police held five Iraqis.', ['{iraqi}']],
    ['Hundreds visibly ill marched.', [null]],
    ['He has a 93.2 defensive grade.', [null]],
    ['There are 140 million active “businesses” now.', ['{business}']],
    ['He took 14 wickets at an average of 18.3.', ['{wicket}', null]],
    ['It rained for six straight days.', ['d']],
    ['He stays two more weeks.', ['wk']],
    ['She ate two more eggs.', ['{egg}']],
    [
      'Of nine brothers, five have come, while three remain.',
      ['{brother}', '{brother}', '{brother}'],
    ],
  ])('%s', (text, units) => {
    expect(unitsOf(text)).toEqual(units);
  });
});

test.each([
  ['They arrived after three hours.', 'three hours'],
  ['They met for two days in Oslo.', 'two days'],
  ['She ran 5 km before breakfast.', '5 km'],
  ['It rose by 4% in May.', '4%'],
  ['No school lost more than 3% last year.', 'more than 3%'],
  ['About 40% agreed.', 'About 40%'],
  ['They were ordered to do it at $40.', '$40'],
])('a figure of nothing that the sentence names has no measure: %s', (text, figure) => {
  expect(measuresOf(text)).toEqual({ [figure]: null });
});

describe('a noun of change after a figure is in its measure, and makes it a change', () => {
  test.each([
    ['Rents saw a 4% drop in May.', 'drop'],
    ['A 15% jump in rents was seen.', 'jump in rents'],
    ['Sales were $5m, a 15% jump on last year.', 'jump in sales'],
    ['It reported 4% profit growth.', 'profit growth'],
    ['The bank foresees a 0.3% fall in output.', 'fall in output'],
  ])('%s', (text, measure) => {
    const last = readFigures(toPassage(text, { start: 0, end: text.length }), []).at(-1);
    expect([last?.measure, last?.statistic, last?.change]).toEqual([measure, 'change', 'equal']);
  });

  test('a level before another noun is no change', () => {
    const [share] = readFigures(toPassage('A 4% share is small.', { start: 0, end: 20 }), []);
    expect(share?.statistic).toBe('percent');
  });
});

test('a profit beside a loss is measured as a profit', () => {
  expect(
    measuresOf('The firm lost £20m in 2022, compared with a profit of £14m in 2021.')['£14m'],
  ).toBe('profit');
});
