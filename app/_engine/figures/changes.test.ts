import { describe, expect, test } from 'vitest';
import { toPassage } from '../tokens/passage';
import { readFigures } from './read-figures';

const changes = (text: string) =>
  readFigures(toPassage(text, { start: 0, end: text.length }), []).map(({ change }) => change);

describe('a rise or a fall', () => {
  test.each([
    ['The bank raised its key rate by 25 basis points.', 'up'],
    ['The plan would cut emissions by 40%.', 'down'],
    ['The firm will lower its prices by a further 0.5%.', 'down'],
    ['The army cut its ranks by 600 soldiers.', 'down'],
    ['Life expectancy rose by 2.3 years.', 'up'],
    ['The market is expanding by 12% a year.', 'up'],
  ])('recognised by the verb before "by": %s', (text, change) => {
    expect(changes(text)).toEqual([change]);
  });

  test.each([
    'The twins were raised by 40 nurses.',
    'She wants to raise $150 billion.',
    'The lower rate is 5%.',
    'He lifted the ban by 12 votes to nine.',
  ])('not recognised: %s', (text) => {
    expect(changes(text)[0]).toBe('equal');
  });

  test.each([
    'Sales fell 3% in May and 5% in June.',
    'Sales fell 3% quarter-on-quarter and by 5% year-on-year.',
    'The two indices fell 0.8% and 1.1% respectively.',
  ])('recognised once for both figures: %s', (text) => {
    expect(changes(text).slice(-2)).toEqual(['down', 'down']);
  });

  test.each([
    'Sales fell 3% and 60% of shops closed.',
    'Sales fell 3% to 40% and 5% in June.',
    'Sales fell 3% in May while costs were 5% in June.',
  ])('recognised for the first figure only: %s', (text) => {
    expect(changes(text).at(-1)).toBe('equal');
  });
});
