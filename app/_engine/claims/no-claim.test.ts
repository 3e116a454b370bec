import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const texts = (text: string) =>
  extract(text, { publishedOn: '2025-05-15', language: 'en' }).claims.map((claim) => claim.text);

describe('words that state nothing to check are no claim', () => {
  test.each([
    ['a list of things to cook', 'Chicken soup: 1 cup of rice, 2 eggs, 4 oz. of beans, 1 tsp.'],
    ['an offer', '12 issues for £11.99.'],
    ['a caption with its agency', 'Roughly 300 troops remain in Lund [File: Reuters]'],
    ['a disclaimer', 'Disclaimer: The views of the 12 authors are their own and not ours.'],
    ['a reason alone', 'Mostly because owning the songs helps the owner and the artist.'],
    ['a remark', 'It’s complicated.'],
    ['a remark about somebody', 'They got her.'],
    ['advice', 'You need to look at the map before each of the games.'],
    ['a headline without a verb', 'Two Supreme Court justices.'],
  ])('%s', (_, text) => {
    expect(texts(text)).toEqual([]);
  });

  test.each([
    'Because it rained, 300 people left Lund.',
    'The driver died.',
    'You pay 40 euros for a ticket.',
    'Aid workers say 8,000 families lack heating.',
    'The mill, on the border between Hune and Sund, closed in the early 1990s.',
    'Profit rose by 4% (2019: 3%).',
  ])('but %s is one', (text) => {
    expect(texts(text)).toHaveLength(1);
  });
});

test('a line that the text repeats is one suggestion', () => {
  expect(texts('The mill closed in 1990.\n\nThe mill closed in 1990.')).toHaveLength(1);
});

test('a comma before the last quotation mark does not stay', () => {
  expect(texts('For the trade, "it will be about 40 services," Ann Ward says.')).toEqual([
    'For the trade, "it will be about 40 services".',
  ]);
});

describe('a pronoun that is one word with its verb is filled in', () => {
  test.each([
    ['The new trams came in May. They’re built in Lund.', 'The new trams are built in Lund.'],
    [
      'Ann White won the vote. She’ll lead the town from June.',
      'Ann White will lead the town from June.',
    ],
  ])('%s', (text, claim) => {
    expect(texts(text).at(-1)).toBe(claim);
  });

  test('but not with “no lobbyists”', () => {
    const text = 'Reed will have no lobbyists. They’re paid by 12 states.';
    expect(texts(text).at(-1)).toBe('They’re paid by 12 states.');
  });
});
