import { describe, expect, test } from 'vitest';
import { toPassage } from '../tokens/passage';
import { readFigures } from './read-figures';

const read = (text: string) =>
  readFigures(toPassage(text, { start: 0, end: text.length }), []).map(
    ({ surface, value, low, high, change }) => [surface, value ?? `${low}..${high}`, change],
  );

describe('after "by", the second figure is the new value when it is far from the first', () => {
  test.each([
    ['The share price rose by $2 to $84.', ['$2', '2', 'up'], ['$84', '84', 'equal']],
    ['The toll fell by 12 to 7,432.', ['12', '12', 'down'], ['7,432', '7432', 'equal']],
    ['Bookings fell by 120 to 80.', ['120', '120', 'down'], ['80', '80', 'equal']],
  ])('%s', (text, ...figures) => {
    expect(read(text)).toEqual(figures);
  });

  test.each([
    ['Prices will rise by 5% to 10%.', ['5% to 10%', '5..10', 'up']],
    [
      'Output rose by 40 to 55 million tonnes.',
      ['40 to 55 million tonnes', '40000000..55000000', 'up'],
    ],
  ])('otherwise the two figures are a range: %s', (text, figure) => {
    expect(read(text)).toEqual([figure]);
  });
});

describe('a change between ranges', () => {
  test.each([
    ['It raised its forecast from 2 to 3 per cent to 5 to 6 per cent.', ['2..3', '5..6']],
    ['Costs climbed from 3.1 to 4-5 billion euros.', ['3100000000', '4000000000..5000000000']],
    ['The rate went from 1/4 to 2-3 per cent.', ['0.25', '2..3']],
    ['Membership trebled from 200 to 500.', ['3', '200', '500']],
    ['Pay is 8-6 lakh rupees.', ['800000', '600000']],
    ['A ratio of 1.03–5.13 was found.', ['1.03..5.13']],
    ['It lay between −3 and −8 °C.', ['-8..-3']],
  ])('%s', (text, values) => {
    expect(read(text).map(([, value]) => value)).toEqual(values);
  });
});
