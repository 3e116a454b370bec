import { describe, expect, test } from 'vitest';
import { readFigures } from '../figures/read-figures';
import { toPassage } from '../tokens/passage';

const read = (text: string) =>
  readFigures(toPassage(text, { start: 0, end: text.length }), []).map(
    ({ surface, value, unit, change }) => [surface, Number(value), unit, change],
  );

describe('a ratio is one figure', () => {
  test.each([
    ['One in five adults smokes.', 'One in five', 0.2, '{adult}'],
    ['Some 9 in 10 voters agreed.', 'Some 9 in 10', 0.9, '{voter}'],
    ['Four out of five dentists agree.', 'Four out of five', 0.8, '{dentist}'],
    ['It is one in a million.', 'one in a million', 0.000001, null],
  ])('%s', (text, surface, value, unit) => {
    expect(read(text).map((figure) => figure.slice(0, 3))).toEqual([[surface, value, unit]]);
  });

  test.each([
    ['One of the five men died.', 'One'],
    ['They won two in five games.', 'two'],
    ['Nine in 2021 died.', 'Nine'],
    ['Rain fell two in 10 days.', 'two'],
  ])('two numbers with another meaning are not a ratio: %s', (text, first) => {
    expect(read(text)[0]?.[0]).toBe(first);
  });
});

describe('a fraction that is a figure', () => {
  test.each([
    ['Profit fell by a third to £12m.', 'a third', 1 / 3, null, 'down'],
    ['Prices rose nearly a quarter in May.', 'nearly a quarter', 0.25, null, 'up'],
    ['Prices are a fifth higher.', 'a fifth', 0.2, null, 'equal'],
    ['A quarter of a million people came.', 'A quarter of a million', 250_000, '{people}', 'equal'],
    ['The two-and-a-half-year war ended.', 'two-and-a-half-year', 2.5, 'a', 'equal'],
  ])('%s', (text, surface, value, unit, change) => {
    const [found] = read(text);
    expect(found).toEqual([surface, expect.closeTo(Number(value), 9), unit, change]);
  });

  test.each(['A third man left.', 'Prices rose a third time.', 'He won a fifth term.'])(
    'is no ordinal: %s',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});

test('the base of a rate is not a figure of its own', () => {
  expect(read('The rate is 5.7 per 100,000 people.').map(([surface]) => surface)).toEqual(['5.7']);
});
