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
