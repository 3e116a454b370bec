import { describe, expect, test } from 'vitest';
import { toPassage } from '../tokens/passage';
import { readFigures } from './read-figures';

const read = (text: string) =>
  readFigures(toPassage(text, { start: 0, end: text.length }), []).map(({ surface, unit }) => [
    surface,
    unit,
  ]);

describe('numbers that are not figures', () => {
  test.each([
    'She is a woman in her 40s.',
    'He moved there in his late 60s.',
    'An F-35 and an A-10 took off.',
    'The 737 MAX was grounded.',
    'The Group of Seven met.',
    'It was lost in World War Two.',
    'The chain filed for Chapter Eleven protection.',
    'Channel Four will show it.',
    'Call 020 7946 0000 or 0800 123 456.',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test.each([
    ['It took 40s to load.', '40s', 's'],
    ['The limit is 30 kg max.', '30 kg max', 'kg'],
    ['A group of seven boys was found.', 'seven', '{boy}'],
    ['In Texas Two men died.', 'Two', '{man}'],
    ['Bomb Kills Seven In Park', 'Seven', null],
    ['They ordered 12 F-35 jets.', '12', '{jet}'],
  ])('this is a figure: %s', (text, surface, unit) => {
    expect(read(text)).toEqual([[surface, unit]]);
  });
});
