import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toAnchor } from './anchor';

describe('an anchor', () => {
  test('leaves out white space at the ends of the selection', () => {
    expect(toAnchor('The bridge is long.', 3, 11)).toEqual({
      start: 4,
      end: 10,
      exact: 'bridge',
      prefix: 'The ',
      suffix: ' is long.',
    });
  });
  test.each([
    [-1, 4],
    [0, 100],
    [5, 5],
    [6, 3],
    [3, 4],
    [Number.NaN, 4],
    [0.5, 4],
  ])('is refused from %d to %d', (start, end) => {
    expect(toAnchor('The bridge', start, end)).toBeNull();
  });
  test('is refused when it would cut a character in half, and its context drops half characters', () => {
    expect(toAnchor('The 😀 bridge', 5, 13)).toBeNull();
    expect(toAnchor('The bridge 😀', 4, 12)).toBeNull();
    const far = `😀${'.'.repeat(31)}bridge${'.'.repeat(31)}😀`;
    expect(toAnchor(far, 33, 39)).toMatchObject({
      exact: 'bridge',
      prefix: '.'.repeat(31),
      suffix: '.'.repeat(31),
    });
  });
  test('is always the text between its places', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(50), fc.nat(50), (text, start, end) => {
        const anchor = toAnchor(text, start, end);
        if (anchor) expect(text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
      }),
    );
  });
});
