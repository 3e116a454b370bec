import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const read = (text: string) =>
  extract(text, { publishedOn: '2024-05-02', language: 'en' }).claims.at(-1);
const lastSpeaker = (text: string) => read(text)?.claimant?.name ?? null;

describe('a surname is completed only where one person bears it', () => {
  test.each([
    [
      'Former president Olof Berg spoke in Lund. His wife Hanna Berg leads the party. Berg said that 40 came.',
      'Berg',
    ],
    ['Minister Olof Berg spoke. Minister Anna Berg left. Mr Berg said 40 people had come.', 'Berg'],
    [
      'Ulf Holm, the mayor, came. His brother Per Holm sold 40 loaves. Holm said 14 ovens broke.',
      'Holm',
    ],
    ['Mayor Ulf Holm met Ida Holm. Ida Holm said 14 roads were closed.', 'Ida Holm'],
    ['Mayor Ulf Holm met Ida Holm. Mayor Ulf Holm said 14 roads were closed.', 'Ulf Holm'],
    ['Mayor Ulf Holm spoke. Holm said 14 roads were closed.', 'Ulf Holm'],
    ['Mayor Ulf B. Holm spoke. Ulf Holm left. Holm said 14 roads were closed.', 'Ulf B. Holm'],
    ['Mayor Ulf Holm went to Holm Street. Holm said 14 roads were closed.', 'Ulf Holm'],
  ])('%s', (text, name) => {
    expect(lastSpeaker(text)).toBe(name);
  });

  test('a statement keeps the surname of two people too', () => {
    const text = 'Mayor Ulf Holm spoke. Teacher Ida Holm listened. Holm sold 40 boats.';
    expect(read(text)?.text).toBe('Holm sold 40 boats.');
  });
});

describe('“he” and “she” are the person last told of, where that person can be meant', () => {
  test.each([
    [
      'Senators elected Rodrigo Moe. Moe thanked them. He said 40 roads would close.',
      'Rodrigo Moe',
    ],
    ['Eva Lund, a spokeswoman, came late. He said 40 cars were sold.', null],
    ['Eva Lund, a spokeswoman, came late. She said 40 cars were sold.', 'Eva Lund'],
    ['Mayor Ulf Holm came. He said that Holm would sell 40 boats.', null],
    ['The storm came. He said 40 cars were sold.', null],
  ])('%s', (text, name) => {
    expect(lastSpeaker(text)).toBe(name);
  });
});

test('an office that two people hold is nobody’s name', () => {
  const text = 'Mayor Ana Ruiz met Mayor Tom Hale. The mayor said 40 ships would sail.';
  expect(read(text)?.claimant).toEqual({ name: 'mayor', kind: 'unnamed', role: null });
});
