import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuote, toAnchor } from './anchor';

describe('an anchor', () => {
  test('leaves out the white space that was selected along', () => {
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
  ])('is none from %d to %d', (start, end) => {
    expect(toAnchor('The bridge', start, end)).toBeNull();
  });
  test('is the text between its places, always', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(50), fc.nat(50), (text, start, end) => {
        const anchor = toAnchor(text, start, end);
        if (anchor) expect(text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
      }),
    );
  });
});

describe('a quote', () => {
  const source = 'He said: “We’ll build it — soon…”\nNobody  disagreed.';
  test('is found letter for letter', () => {
    expect(findQuote(source, ' build it ')).toEqual({
      found: 'exact',
      start: 16,
      end: 24,
      score: 1,
    });
  });
  test.each([
    ["We'll build it - soon...", '“We’ll'.slice(1)],
    ['Nobody disagreed.', 'Nobody'],
    ['"We’ll build it', '“We’ll'],
  ])('typed as %j is found where only its typography differs', (quote, begins) => {
    const find = findQuote(source, quote);
    expect(find.found).toBe('fuzzy');
    if (find.found === 'fuzzy') {
      expect(source.slice(find.start).startsWith(begins)).toBe(true);
      expect(find.score).toBeLessThan(1);
      expect(find.score).toBeGreaterThan(0);
    }
  });
  test.each(['', '   ', 'We will build it', 'Nobody agreed.'])('%j is absent', (quote) => {
    expect(findQuote(source, quote)).toEqual({ found: 'absent' });
  });
  test('that is in a text is found in it, always', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, quote, after) => {
        fc.pre(quote.trim() !== '');
        expect(findQuote(before + quote + after, quote).found).toBe('exact');
      }),
    );
  });
});
