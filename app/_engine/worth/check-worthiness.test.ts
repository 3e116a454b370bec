import { describe, expect, test } from 'vitest';
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

describe('what a sentence does counts as much as its figures', () => {
  test.each([
    'We are going to build 40,000 new homes and cut taxes by 10 percent.',
    'I will hire 900 nurses by 2030.',
    "And we'll cut the bill of every household by 12 percent.",
    'We will open 30 schools in every county of the north.',
    "I'm not going to raise taxes by 5 percent.",
  ])('%s promises, and nothing can be checked yet', (text) => {
    expect(score(text)).toBeLessThan(0.5);
  });

  test.each([
    ['We closed two hospitals in the north.', 'We will close two hospitals in the north.'],
    ['He sold the harbour to his brother.', 'He loves the harbour and his brother.'],
    ['I never voted for that tax.', 'I think about that tax.'],
    ['That letter is not from me.', 'That letter is not so long.'],
    ['They have fired the inspector.', 'They have talked to the inspector.'],
  ])('“%s” comes before “%s”', (fact, other) => {
    expect(score(fact)).toBeGreaterThan(score(other));
  });
});
