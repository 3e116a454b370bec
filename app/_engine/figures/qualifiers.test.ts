import { describe, expect, test } from 'vitest';
import { toPassage } from '../tokens/passage';
import { readFigures } from './read-figures';

const read = (text: string) =>
  readFigures(toPassage(text, { start: 0, end: text.length }), []).map(({ surface, qualifier }) => [
    surface,
    qualifier,
  ]);

describe('"over" before a length of time', () => {
  test.each([
    ['The fund lost 15% over 68 weeks.', '68 weeks'],
    ['The tour took in 40 cities over three months.', 'three months'],
    ['Over 20 years, the firm lost value.', '20 years'],
    ['In fact, over 20 years, the firm lost value.', '20 years'],
  ])('means a duration: %s', (text, surface) => {
    expect(read(text).at(-1)).toEqual([surface, 'exact']);
  });

  test.each([
    ['It takes over 68 weeks.', 'over 68 weeks'],
    ['He worked there for over 20 years.', 'over 20 years'],
    ['Over 20 years passed.', 'Over 20 years'],
    ['The pact was signed over two decades ago.', 'over two decades'],
  ])('means a lower bound when the statement is about the length: %s', (text, surface) => {
    expect(read(text)).toEqual([[surface, 'over']]);
  });
});

describe('words that join two figures are neither a hedge nor a range', () => {
  test.each([
    ['The fee was £35m plus £5m.', ['£35m', '£5m']],
    ['It costs 30 plus a fee of 3.', ['30', '3']],
    ['He moved $3.4m through 12 companies.', ['$3.4m', '12']],
  ])('%s', (text, surfaces) => {
    expect(read(text)).toEqual(surfaces.map((surface) => [surface, 'exact']));
  });

  test('"plus" without a figure after it is a hedge', () => {
    expect(read('They need $40m plus.')).toEqual([['$40m plus', 'atLeast']]);
  });
});

test('a margin of error has no sign', () => {
  expect(read('The margin is plus or minus 3.1 points.')).toEqual([['plus or minus 3.1', 'exact']]);
});

test('zero in "below zero" is not a figure', () => {
  expect(read('It fell below zero.')).toEqual([]);
  const text = 'It was 3 degrees below zero.';
  const [cold] = readFigures(toPassage(text, { start: 0, end: text.length }), []);
  expect(cold).toMatchObject({ surface: '3 degrees below zero', value: '-3' });
});

describe('a bound of another kind', () => {
  test.each([
    ['Homes of sub-60 sq m sell well.', 'sub-60 sq m', 'under'],
    ['A sub-3% rate is rare.', 'sub-3%', 'under'],
    ['Repairs must end within two years.', 'within two years', 'atMost'],
    ['All live within 5 km of the plant.', 'within 5 km', 'atMost'],
    ['Entry is free up to the age of 12.', 'up to the age of 12', 'upTo'],
    ['No ward loses more than 2 beds.', 'more than 2', 'atMost'],
    ['The rule ensures no ward loses more than 2 beds.', 'more than 2', 'atMost'],
    ['The fee does not exceed 40 euros.', 'exceed 40 euros', 'atMost'],
    ['He never earned less than 900 euros.', 'less than 900 euros', 'atLeast'],
  ])('%s', (text, surface, qualifier) => {
    expect(read(text)).toEqual([[surface, qualifier]]);
  });

  test.each([
    ['No doubt more than 40 left.', 'over'],
    ['He did not know that more than 40 left.', 'over'],
    ['It is not the only town with more than 40 cranes.', 'over'],
    ['There is no bank, but more than 40 shops.', 'over'],
    ['Costs are not only high: more than 40 shops closed.', 'over'],
  ])('a denial of something else turns nothing: %s', (text, qualifier) => {
    expect(read(text)).toEqual([['more than 40', qualifier]]);
  });
});
