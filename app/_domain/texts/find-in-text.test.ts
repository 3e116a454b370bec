import { expect, test } from 'vitest';
import { findInText } from './find-in-text';

const TEXT =
  'Log of the day. The duty log counts 118 people, of whom 31 were\ntaken to hospital. Mr. Lund signed it.\n\nThe duty\u00a0LOG is in the archive';

test('words are found whatever their case and their blanks, each with its sentence', () => {
  const found = findInText(TEXT, 'duty log');
  expect(found.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
    'duty log',
    'duty\u00a0LOG',
  ]);
  expect(found[0]?.sentence).toBe('The duty log counts 118 people, of whom 31 were');
  expect(found[1]?.sentence).toBe('The duty\u00a0LOG is in the archive');
});

test('marks of a pattern are plain letters, and nothing is found by nothing', () => {
  expect(findInText('It cost $5 (about).', '$5 (about)')).toHaveLength(1);
  expect(findInText('It cost $5.', '.*')).toEqual([]);
  expect(findInText(TEXT, '  ')).toEqual([]);
  expect(findInText('a '.repeat(5000), 'a', 100)).toHaveLength(100);
});
