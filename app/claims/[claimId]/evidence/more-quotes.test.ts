import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { nthId, quotesOf } from './more-quotes';

test('the quotes of one form have ids of their own, the same each time, in their order', () => {
  const id = uuidv7();
  const ids = [0, 1, 2, 3].map((n) => nthId(id, n));
  expect(ids[0]).toBe(id);
  expect(new Set(ids).size).toBe(4);
  expect(ids).toEqual([0, 1, 2, 3].map((n) => nthId(id, n)));
  for (const each of ids) expect(each).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
  expect(nthId('019adb2e-0000-7000-8000-ffffffffffff', 1)).toBe(
    '019adb2e-0000-7000-8000-000000000000',
  );
});

test('a quote that is there twice is one quote, and an empty field is none', () => {
  const quotes = quotesOf({ quote: 'One.', quote2: 'Two.', quote3: null, quote4: 'One.' });
  expect(quotes).toEqual(['One.', 'Two.']);
});
