import { describe, expect, test } from 'vitest';
import { excerptOf } from './excerpt';
import { toSearchMatch, toSearchWords } from './search';

test.each([
  ['ferry traffic', '"ferry" AND "traffic"'],
  ['“ferry traffic” 2025', '"ferry traffic" AND "2025"'],
  ['"ferry traffic', '"ferry" AND "traffic"'],
  ['12,400 passengers', '"12 400" AND "passengers"'],
  ['words: NOT near* OR kind:copy', '"words" AND "NOT" AND "near" AND "OR" AND "kind copy"'],
  ['*** - "" ', ''],
])('a person searches for %j, and no word is an operator', (text, match) => {
  expect(toSearchMatch(toSearchWords(text))).toBe(match);
});

describe('the words around a hit', () => {
  const shown = (text: string, words: string) =>
    excerptOf(text, toSearchWords(words))
      .runs.map(({ text: run, isFound }) => (isFound ? `[${run}]` : run))
      .join('');

  test('mark each form of a word, whatever its capitals and accents', () => {
    expect(shown('The Ferries carried it. A ferry sank.', 'ferry')).toBe(
      'The [Ferries] carried it. A [ferry] sank.',
    );
    expect(shown('Économie du Québec', 'economie quebec')).toBe('[Économie] du [Québec]');
    expect(shown('Ferryboat, offerry, university', 'ferry universe')).toBe(
      'Ferryboat, offerry, university',
    );
  });

  test('are where most of the words are near each other, in a long text', () => {
    const text = `${'A ferry sailed. '.repeat(40)}In March, 12,400 passengers took the ferry. ${'Nothing else. '.repeat(60)}`;
    const { at, word, runs } = excerptOf(text, toSearchWords('12,400 passengers ferry'));
    expect(text.slice(at ?? 0)).toMatch(/^(?:ferry|12|400)/);
    expect(word).toBeTruthy();
    const words = runs.map((run) => run.text).join('');
    expect(words).toContain('12,400 passengers took the ferry');
    expect(words.length).toBeLessThan(320);
    expect(words.startsWith('…') && words.endsWith('…')).toBe(true);
  });

  test('are the beginning of a text in which no word is found, and of one with odd signs', () => {
    expect(shown('Nothing of the kind.', 'bridge')).toBe('Nothing of the kind.');
    expect(shown('(⑴ of ½) [x]', '⑴ ½')).toContain('of');
    expect(excerptOf('', toSearchWords('x'))).toEqual({ runs: [], at: null, word: null });
  });
});
