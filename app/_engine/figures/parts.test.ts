import { describe, expect, test } from 'vitest';
import { toPassage } from '../tokens/passage';
import { readFigures } from './read-figures';

const read = (text: string) => readFigures(toPassage(text, { start: 0, end: text.length }), []);
const partsOf = (text: string) => read(text).map(({ surface, partOf }) => [surface, partOf]);

describe('a figure that is a part of another names it', () => {
  test.each([
    ['The raids killed 900 people, including 120 children.', ['900', null], ['120', '900 people']],
    [
      'Some 60 miners were trapped, of whom 12 are in hospital.',
      ['Some 60', null],
      ['12', 'Some 60 miners'],
    ],
    [
      'The crew had 14 sailors: 9 men and 5 women.',
      ['14', null],
      ['9', '14 sailors'],
      ['5', '14 sailors'],
    ],
    [
      'Sales of $4m at home and $6m abroad made $10m.',
      ['$4m', '$10m'],
      ['$6m', '$10m'],
      ['$10m', null],
    ],
  ])('%s', (text, ...parts) => {
    expect(partsOf(text).map(([surface, whole]) => [surface?.replace(/,.*/, ''), whole])).toEqual(
      parts,
    );
  });

  test.each([
    'The firm has 900 shops and 120 lorries.',
    'Prices rose 4% in May, including 2% in one week.',
    'They sold 12 boats, 7 cars and 6 vans.',
  ])('figures beside each other are no parts: %s', (text) => {
    expect(
      partsOf(text)
        .map(([, whole]) => whole)
        .filter(Boolean),
    ).toEqual([]);
  });
});

describe('the scope of a figure', () => {
  test.each([
    ['Some 40 boats have sunk since 7 October.', 'since 7 October'],
    ['Profit was $3m in the year to June.', 'in the year to June'],
    ['The agency has hired 300 people so far this year.', 'so far this year'],
    ['Prices excluding fuel rose 2%.', null],
    ['Prices rose 2% excluding fuel.', 'excluding fuel'],
    ['Since 7 October, 40 boats have sunk.', 'Since 7 October'],
    ['The clinic treated 80 patients in the last 24 hours.', 'in the last 24 hours'],
    ['The clinic treated 80 patients in the town.', null],
    ['Support fell to 31%, its lowest since 2015.', null],
    ['The dividend is 12 cents, bringing the total for the year to 19.', null],
    ['The dam has lost 60% of its water since 1985 and has shrunk.', 'since 1985'],
    ['Claims fell to 212,000 in the week ended May 4.', 'in the week ended May 4'],
  ])('%s', (text, scope) => {
    expect(read(text)[0]?.scope).toBe(scope);
  });
});

describe('the basis of a figure', () => {
  test.each([
    ['An estimated 4,000 people marched.', 'estimate'],
    ['The tunnel is expected to cost $3m.', 'projection'],
    ['The port will create 900 jobs.', 'projection'],
    ['Official figures show 12,000 births.', 'official'],
    ['Doctors have confirmed 14 cases.', 'observed'],
    ['The tunnel cost $3m.', null],
    ['Dr Will Stone counted on $3m.', null],
  ])('%s', (text, basis) => {
    expect(read(text)[0]?.basis).toBe(basis);
  });
});
