import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedPassages, diffWords } from './word-diff';

const show = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}[${text}]`))
    .join('');

describe('changes in a text are shown by whole words', () => {
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

test('the parts add up to both texts, for any texts', () => {
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

test('long texts that have nothing in common are one change', () => {
  const text = (word: string) => Array.from({ length: 20_000 }, (_, n) => `${word}${n}`).join(' ');
  expect(diffWords(text('a'), text('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
});

describe('a page shows only the changes', () => {
  const filler = (from: number) =>
    Array.from({ length: 60 }, (_, n) => `word${from + n}`).join(' ');
  const before = `The bridge is 400 yards long. ${filler(0)} It cost 5 million. ${filler(100)} It is new.`;
  const after = `The bridge is 415 metres long. ${filler(0)} It cost 6 million. ${filler(100)} It is new.`;
  const passages = (was: string, is: string) =>
    changedPassages(was, is).map(({ parts }) =>
      parts
        .map(({ kind, text }) =>
          kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}[${text}]`,
        )
        .join(''),
    );

  test('with a few whole words around each change', () => {
    const [first = '', second = '', ...others] = passages(before, after);
    expect(others).toEqual([]);
    expect(first).toMatch(/^The bridge is -\[400 yards\]\+\[415 metres\] long\. word0 .*word\d+$/);
    expect(second).toMatch(/^word\d+ .* It cost -\[5\]\+\[6\] million\. word100 .*word\d+$/);
    expect(first.length + second.length).toBeLessThan(400);
  });
  test('nearby changes together', () => {
    expect(passages('one two three four', 'one 2 three 4')).toEqual([
      'one -[two]+[2] three -[four]+[4]',
    ]);
  });
  test('nothing if nothing changed, and everything if everything changed', () => {
    expect(passages(before, before)).toEqual([]);
    expect(passages('', 'new')).toEqual(['+[new]']);
    expect(passages('old', '')).toEqual(['-[old]']);
  });
  test('with their places in both texts', () => {
    const text = fc.array(
      fc.oneof(
        fc.constantFrom('a', 'bridge ', '\n', '4,500 ', '🌉'),
        fc.nat(30).map((n) => `${filler(n * 60)} `),
        fc.constantFrom('x', '🌉').map((letter) => letter.repeat(200)),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(text, text, (was, is) => {
        const [one, other] = [was.join(''), is.join('')];
        for (const { parts, beforeAt, afterAt } of changedPassages(one, other)) {
          const without = (left: string) =>
            parts.map(({ kind, text: words }) => (kind === left ? '' : words)).join('');
          expect(one.slice(beforeAt)).toSatisfy((rest: string) =>
            rest.startsWith(without('added')),
          );
          expect(other.slice(afterAt)).toSatisfy((rest: string) =>
            rest.startsWith(without('removed')),
          );
          expect(parts.some(({ kind }) => kind !== 'same')).toBe(true);
        }
      }),
    );
  });
});
