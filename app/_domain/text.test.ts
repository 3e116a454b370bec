import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideNewDays } from './claims/reread';
import { firstLine } from './documents/title';
import { byteLength, cut, sizeInWords, toReadableText } from './text';

test('pasted text gets one kind of line end, no NUL and no half characters', () => {
  expect(toReadableText('\uFEFFa\r\nb\rc\0d\ud800')).toBe('a\nb\nc\uFFFDd\uFFFD');
});

test('the length in bytes is the length in UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(byteLength(text)).toBe(new TextEncoder().encode(text).length);
    }),
  );
});

test('a text is cut between characters, never inside one', () => {
  expect(cut('four', 4)).toBe('four');
  expect(cut('abc😀', 4)).toBe('abc');
  expect(cut('abc😀', 5)).toBe('abc😀');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(12), (text, most) => {
      const beginning = cut(text, most);
      expect(text.startsWith(beginning) && beginning.isWellFormed()).toBe(true);
      expect(Math.min(most, text.length) - beginning.length).toBeLessThanOrEqual(1);
    }),
  );
});

test.each([
  [12, '12 bytes'],
  [2048, '2 kB'],
  [6 * 1024 * 1024, '6.0 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words);
});

test('the default title is the first line, cut at a word', () => {
  expect(firstLine('\n\n  Bridge opens \nText')).toBe('Bridge opens');
  expect(firstLine(' \n ')).toBe('Untitled');
  const long = firstLine('word '.repeat(60));
  expect(long.length).toBeLessThanOrEqual(161);
  expect(long).toMatch(/word…$/);
  expect(firstLine(`${'a'.repeat(159)}😀 without a space`)).toBe(`${'a'.repeat(159)}…`);
});

test('a new publication date changes only the days that were read from words', () => {
  const date = (surface: string, value: string | null) => ({
    start: 0,
    end: 1,
    surface,
    value,
    unresolved: null,
  });
  const claim = (id: string, start: number, saidOn: string | null, saidOnText: string | null) => ({
    id,
    start,
    end: start + 10,
    saidOn,
    saidOnText,
    eventOn: null,
    eventOnText: null,
  });
  const read = (start: number, saidOn: ReturnType<typeof date>) => ({
    start,
    end: start + 10,
    exact: '',
    text: '',
    leansOn: null,
    candidates: [],
    kind: 'event' as const,
    checkable: true,
    claimant: null,
    saidOn,
    eventOn: null,
    quantities: [],
    checkWorthiness: 0,
    reasons: [],
  });
  const days = decideNewDays(
    [
      claim('open', 0, null, 'on Friday'),
      claim('set by hand', 20, '2020-01-01', null),
      claim('gone', 40, null, 'on Monday'),
    ],
    {
      claims: [read(0, date('on Friday', '2025-05-02')), read(20, date('on Friday', '2025-05-02'))],
    },
  );
  expect([...days]).toEqual([['open', { saidOn: '2025-05-02', eventOn: null }]]);
});
