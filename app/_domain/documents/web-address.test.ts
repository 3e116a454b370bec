import { expect, test } from 'vitest';
import { isOfOneHost, parseAddress, toSameAddress } from './web-address';

test.each([
  ['https://News.Example/bridge/', 'https://news.example/bridge'],
  ['https://news.example:443/bridge#top', 'https://news.example/bridge'],
  ['http://news.example', 'http://news.example/'],
  ['https://news.example/a?utm_source=x&id=7&fbclid=y', 'https://news.example/a?id=7'],
  ['https://news.example/a?b=2&a=1', 'https://news.example/a?a=1&b=2'],
  ['https://ann:secret@news.example/a', 'https://news.example/a'],
])('%s is the page %s', (address, same) => {
  expect(toSameAddress(address)).toBe(same);
});

test.each(['', 'bridge', 'ftp://news.example/a', 'javascript:alert(1)'])(
  '“%s” is no page',
  (text) => {
    expect(toSameAddress(text)).toBeNull();
  },
);

test('another id, another path or another scheme is another page', () => {
  const pages = [
    'https://a.example/x?id=1',
    'https://a.example/x?id=2',
    'https://a.example/y',
    'http://a.example/y',
  ];
  expect(new Set(pages.map(toSameAddress)).size).toBe(4);
});

test.each([
  ['https://news.example/a', 'http://www.NEWS.example/b?c=1', true],
  ['https://news.example/a', 'https://news.example.evil.example/a', false],
  ['https://news.example/a', 'https://evil-news.example/a', false],
  ['https://ann.blogs.example/a', 'https://bob.blogs.example/a', false],
  ['https://news.example/a', 'https://news.example:8443/a', false],
  ['https://news.example/a', 'news.example/a', false],
])('%s and %s are of one host: %s', (one, other, isOne) => {
  expect(isOfOneHost(one, other)).toBe(isOne);
});

test('an encoded address of more than 2,000 characters is refused', () => {
  const long = (letters: string) => `https://news.example/${letters}`;
  const tooLong = { ok: false, refusal: { kind: 'addressTooLong' } };
  expect(parseAddress(long('a'.repeat(1979)))).toMatchObject({ ok: true });
  expect(parseAddress(long('a'.repeat(1980)))).toEqual(tooLong);
  // Each of these is nine characters of an address.
  expect(parseAddress(long('港'.repeat(300)))).toEqual(tooLong);
  expect(parseAddress('a'.repeat(1990), 'https://news.example/folder/')).toEqual(tooLong);
  expect(toSameAddress(long('a'.repeat(5000)))).toBeNull();
});
