import { expect, test } from 'vitest';
import { pageAt, toWordsAddress } from './words-address';

const URL_OF = 'https://port.example/figures?year=2026#top';

test('an address leads to the words, or to the page of a file', () => {
  expect(toWordsAddress(URL_OF, { words: 'counts 118 people', page: null })).toBe(
    'https://port.example/figures?year=2026#:~:text=counts%20118%20people',
  );
  expect(toWordsAddress(URL_OF, { words: 'counts 118 people', page: 14 })).toBe(
    'https://port.example/figures?year=2026#page=14',
  );
});

test('marks that mean something in such an address are written so that they do not', () => {
  const words = '7,000-8,000 people & more, “said” he';
  expect(toWordsAddress('https://a.example/', { words, page: null })).toBe(
    'https://a.example/#:~:text=7%2C000%2D8%2C000%20people%20%26%20more%2C%20%E2%80%9Csaid%E2%80%9D%20he',
  );
});

test('of many words, or of words in two paragraphs, the address has the first and the last', () => {
  const words = 'One two three four five six seven\n\neight nine ten eleven twelve.';
  expect(toWordsAddress('https://a.example/', { words, page: null })).toBe(
    'https://a.example/#:~:text=One%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve.',
  );
  expect(toWordsAddress('https://a.example/', { words: '\ud800 x', page: null })).toContain('x');
});

test('a place is on the page that begins last before it', () => {
  const starts = [0, 100, 250];
  expect([0, 99, 100, 249, 250, 9999].map((place) => pageAt(starts, place))).toEqual([
    1, 1, 2, 2, 3, 3,
  ]);
  expect(pageAt([40], 3)).toBe(1);
  expect(pageAt([], 3)).toBeNull();
  expect(pageAt(undefined, 3)).toBeNull();
});
