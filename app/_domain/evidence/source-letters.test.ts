import { expect, test } from 'vitest';
import { toSourceLetters } from './source-letters';

const item = (id: string, source: string, origin = source) => ({
  id,
  origin,
  source: { id: source },
});

test('a source keeps its letter when another one is attached, in whatever order the page lists them', () => {
  const first = [item('1', 'registry'), item('2', 'courier')];
  expect([...toSourceLetters(first)]).toEqual([
    ['registry', 'A'],
    ['courier', 'B'],
  ]);
  const letters = toSourceLetters([item('3', 'archive'), ...first.toReversed()]);
  expect(letters.get('registry')).toBe('A');
  expect(letters.get('courier')).toBe('B');
  expect(letters.get('archive')).toBe('C');
});

test('sources of one origin share a letter, and those after them keep theirs', () => {
  const letters = toSourceLetters([
    item('1', 'wire', 'wire'),
    item('2', 'morning paper', 'wire'),
    item('3', 'archive'),
  ]);
  expect([...letters]).toEqual([
    ['wire', 'A'],
    ['archive', 'C'],
  ]);
});

test('the twenty-seventh source is AA', () => {
  const many = Array.from({ length: 28 }, (_, n) =>
    item(String(n).padStart(2, '0'), `source ${n}`),
  );
  expect([...toSourceLetters(many).values()].slice(25)).toEqual(['Z', 'AA', 'AB']);
});
