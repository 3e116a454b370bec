import { describe, expect, test } from 'vitest';
import { toPassage } from '../tokens/passage';
import { readFigures } from './read-figures';

const read = (text: string) =>
  readFigures(toPassage(text, { start: 0, end: text.length }), []).map(
    ({ value, low, high, unitName }) => [value ?? `${low}..${high}`, unitName],
  );

const YEARS = 'year of age';

describe('an age', () => {
  test.each([
    ['The suspect, 34, was held.', ['34']],
    ['Police held a man, 34, and a woman, 29.', ['34', '29']],
    ['Marek Dolan, 52, won.', ['52']],
    ['Her sons, aged 8 and 11, were hurt.', ['8', '11']],
    ['They have sons aged nine, seven and four.', ['9', '7', '4']],
    ['Voters aged between 18 and 24 stayed away.', ['18..24']],
    ['The 16-24-year-olds stayed away.', ['16..24']],
    ['At 78, he is still at work.', ['78']],
    ['Girls of 9 and 12 were found.', ['9', '12']],
    ['A woman of 82 fell.', ['82']],
    ['Police named the dead as Ida Holm (61).', ['61']],
    ['The driver (34) was held.', ['34']],
    ['Lind (58) and Roe (44) left.', ['58', '44']],
    ['Brandt, 47, was shot.', ['47']],
    ['Maria de Souza, 33, won.', ['33']],
    ['People between the ages of 20 and 34 voted.', ['20..34']],
    ['He left when he was nine so he forgot.', ['9']],
    ['She leads among voters over 60.', ['60']],
    ['Few women under 40 plan to vote.', ['40']],
  ])('%s', (text, ages) => {
    expect(read(text)).toEqual(ages.map((age) => [age, YEARS]));
  });

  test.each([
    'In June, 34, all told, were held.',
    'The buses, 34, were late.',
    'A group of 12 left.',
  ])('is none of these: %s', (text) => {
    expect(read(text)[0]?.[1]).not.toBe(YEARS);
  });
});

test.each([
  ['Gusts of 55kt were feared.', 'knot'],
  ['The bomb had a yield of 55kt.', 'kilotonne'],
])('kt is a knot of winds and ships: %s', (text, unit) => {
  expect(read(text).map(([, name]) => name)).toEqual([unit]);
});
