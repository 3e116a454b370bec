import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearestStretch, toSought } from './edit-distance';

const toCodes = (text: string) =>
  Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

/** The textbook's table. @param free  whether a stretch may begin anywhere in the text */
function table(pattern: string, text: string, free: boolean): number[] {
  let row = Array.from({ length: text.length + 1 }, (_, at) => (free ? 0 : at));
  for (const [i, letter] of [...pattern].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= text.length; j++) {
      const changed = (row[j - 1] as number) + (letter === text[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row;
}

test.each([
  ['bridge', 'bridge', 0],
  ['bridge', 'fridges', 2],
  ['4500', '5000', 2],
  ['', 'four', 4],
  ['four', '', 4],
])('from %j to %j it is %d changes', (one, other, distance) => {
  expect(editDistance(toCodes(one), toCodes(other))).toBe(distance);
});

const word = (most: number, letters = 'ab') =>
  fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: most });

test('the distance is that of the textbook algorithm, also across blocks of 32 letters', () => {
  fc.assert(
    fc.property(word(80, 'abc'), word(80, 'abcd'), (one, other) => {
      expect(editDistance(toCodes(one), toCodes(other))).toBe(table(one, other, false).at(-1));
    }),
  );
});

test('no stretch is nearer than the nearest stretch, and its distance is true', () => {
  fc.assert(
    fc.property(word(70), word(120), (pattern, text) => {
      const { start, end, distance } = nearestStretch(toSought(toCodes(pattern)), toCodes(text));
      expect(distance).toBe(Math.min(...table(pattern, text, true)));
      expect(editDistance(toCodes(pattern), toCodes(text.slice(start, end)))).toBe(distance);
    }),
  );
});
