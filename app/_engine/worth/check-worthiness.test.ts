import { expect, test } from 'vitest';
import { extract } from '../extract';

const score = (text: string) =>
  extract(text, { publishedOn: null, language: 'en' }).sentences[0]?.checkWorthiness ?? 0;

test('a figure about jobs is more worth checking than a courtesy', () => {
  expect(score('We lost 300,000 factory jobs in the last four years.')).toBeGreaterThan(0.8);
  expect(score('Thank you all for being here tonight.')).toBeLessThan(0.2);
});

test('a score lies between 0 and 1, and the same words always have the same score', () => {
  for (const text of ['', 'Yes.', '9'.repeat(10_000), 'The economy grew by 3 % last year.']) {
    expect(score(text)).toBeGreaterThanOrEqual(0);
    expect(score(text)).toBeLessThanOrEqual(1);
    expect(score(text)).toBe(score(text));
  }
});
