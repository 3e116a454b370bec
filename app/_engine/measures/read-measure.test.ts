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

test('a profit beside a loss is measured as a profit', () => {
  expect(
    measuresOf('The firm lost £20m in 2022, compared with a profit of £14m in 2021.')['£14m'],
  ).toBe('profit');
});
