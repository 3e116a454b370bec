import { describe, expect, test } from 'vitest';
import { readFigures } from '../figures/read-figures';
import { toPassage } from '../tokens/passage';

const read = (text: string) =>
  readFigures(toPassage(text, { start: 0, end: text.length }), []).map(
    ({ surface, value, unit }) => `${surface} | ${value} ${unit ?? '-'}`,
  );

describe('a multiple is a number of times', () => {
  test.each([
    ['Fees doubled in a year.', ['doubled | 2 {count}']],
    ['Fees have nearly tripled.', ['nearly tripled | 3 {count}']],
    ['The plan is to double output soon.', ['double | 2 {count}']],
    ['The stake halved.', ['halved | 0.5 -']],
    ['Twice as many boats sank.', ['Twice | 2 {count}']],
    ['It sold for twice the estimate.', ['twice | 2 {count}']],
    ['The lens is 3.5x stronger.', ['3.5x | 3.5 {count}']],
    ['The image is enlarged 400×.', ['400× | 400 {count}']],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found);
  });

  test.each([
    'She scored twice as Bonn won.',
    'She called twice.',
    'He took a double room.',
    'Doubles and triples were played.',
    'A doubled fee is due.',
    'They hope to double-check it.',
  ])('none is here: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('decimals behind a comma are read where a unit says that they are', () => {
  test.each([
    ['The fee is €3,5 million.', ['€3,5 million | 3500000 EUR']],
    ['It costs 1.250,75 euros.', ['1.250,75 euros | 1250.75 EUR']],
    ['The rate is 4,2 per cent.', ['4,2 per cent | 4.2 %']],
    ['It found 4,2 of them.', []],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found);
  });
});

test('a part of a unit is an amount of it', () => {
  expect(read('Pour 2/3 of a US pint and half of an ounce.')).toEqual([
    '2/3 of a US pint | 0.66666666666666666667 [pt_us]',
    'half of an ounce | 0.5 [oz_av]',
  ]);
});
