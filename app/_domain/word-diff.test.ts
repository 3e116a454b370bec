import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffWords } from './word-diff';

const show = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}[${text}]`))
    .join('');

describe('what changed in a text is shown by its words', () => {
  test.each([
    ['The bridge is 400 yards long.', 'The bridge is 415 metres long.', 'The bridge is -[400 yards]+[415 metres] long.'],
    ['about 4,500 t', 'about 5,000 t', 'about -[4,500]+[5,000] t'],
    ['same', 'same', 'same'],
    ['', 'new words', '+[new words]'],
    ['old words', '', '-[old words]'],
    ['one two three', 'one three', 'one -[two ]three'],
    ['Zürich’s mayor', 'Zürich’s new mayor', 'Zürich’s +[new ]mayor'],
  ])('%s → %s', (before, after, shown) => {
    expect(show(before, after)).toBe(shown);
  }); // biome-ignore format: a table to read
});

const words = fc.array(fc.constantFrom('a', 'bridge', ' ', '\n', '4,500', '“', 'é', '.'), {
  maxLength: 60,
});

test('the parts make up both texts, whatever they are', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        words.map((list) => list.join('')),
        fc.string(),
      ),
      fc.oneof(
        words.map((list) => list.join('')),
        fc.string(),
      ),
      (before, after) => {
        const parts = diffWords(before, after);
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      },
    ),
  );
});

test('long texts that have nothing in common do not take long', () => {
  const text = (word: string) => Array.from({ length: 20_000 }, (_, n) => `${word}${n}`).join(' ');
  const began = performance.now();
  diffWords(text('a'), text('b'));
  expect(performance.now() - began).toBeLessThan(3000);
});
