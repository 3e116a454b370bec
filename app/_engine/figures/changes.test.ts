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

describe('a rise or a fall of other kinds', () => {
  test.each([
    ['The ramp was lowered by 4 degrees.', ['down']],
    ['The forecast was revised downward by 8 billion pounds.', ['down']],
    ['Oats rose 5 per cent, rye by 2.5 per cent and hops by 1 per cent.', ['up', 'up', 'up']],
    ['The lake may fall 2 metres by autumn.', ['down']],
    ['The population rose 3,100.', ['up']],
    ['Sales were 2m, down a quarter.', ['equal', 'down']],
    ['The city cut its budget by half.', ['down']],
    ['Rents doubled to 900 euros.', ['up', 'equal']],
    ['Output will more than triple.', ['up']],
    ['The value has halved since May.', ['down']],
    ['Shares slid 31 p to 640 p.', ['down', 'equal']],
    ['Imports rose 4%, exports 6%.', ['up', 'up']],
    ['The Hang Seng added 25 points.', ['up']],
    ['Fees rose 4% to 9%, and net debt is 6% of sales.', ['up', 'equal', 'equal']],
  ])('%s', (text, found) => {
    expect(changes(text)).toEqual(found);
  });

  test.each([
    'The copper index was down at 88.5.',
    'The club raised £3 million.',
    'Donors raised $2m for the school.',
    'They added 3 km of road.',
    'The bridge was raised by 40 workers.',
    'He has a double room.',
    'She doubled down on the plan for 40 homes.',
    'They have lost four of five.',
    'Danilo Reed added 25 points.',
    'Costs fell, and the rate was 5 per cent.',
  ])('a level, a sum that is collected, or no change: %s', (text) => {
    expect(changes(text).every((change) => change === 'equal')).toBe(true);
  });
});

test('the conversion beside a sum is hedged as the sum is, in any currency', () => {
  const text = 'It owes more than 30 million euros ($33 million).';
  const figures = readFigures(toPassage(text, { start: 0, end: text.length }), []);
  expect(figures.map(({ qualifier }) => qualifier)).toEqual(['over', 'over']);
});
