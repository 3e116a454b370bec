import { expect, test } from 'vitest';
import { FetchCookies } from './fetch-cookies';

const at = (address: string) => new URL(address);
const SITE = at('https://plumb.example/a');

test.each([
  ['to the same origin', 'https://plumb.example/b?c', 'seen=yes; n=2'],
  ['neither to another host', 'https://evil.example/', null],
  ['nor to a part of the host', 'https://www.plumb.example/', null],
  ['nor without encryption', 'http://plumb.example/a', null],
  ['nor to another port', 'https://plumb.example:8443/a', null],
])('cookies of a fetch go back %s', (_what, address, header) => {
  const cookies = new FetchCookies();
  cookies.take(SITE, ['seen=yes; Path=/; Domain=example; Secure', 'n=2']);
  expect(cookies.headerFor(at(address))).toBe(header);
});

test('a later cookie takes the place of an earlier one, or ends it', () => {
  const cookies = new FetchCookies();
  cookies.take(SITE, ['a=1', 'b=2']);
  cookies.take(SITE, ['a=3', 'b=; Max-Age=0']);
  expect(cookies.headerFor(SITE)).toBe('a=3');
});

test('odd, long and many cookies are left out', () => {
  const cookies = new FetchCookies();
  cookies.take(SITE, ['no value', '=nameless', 'a b=1', `long=${'x'.repeat(5_000)}`]);
  expect(cookies.headerFor(SITE)).toBeNull();
  cookies.take(
    SITE,
    Array.from({ length: 10_000 }, (_, i) => `c${i}=1`),
  );
  expect(cookies.headerFor(SITE)?.split('; ')).toHaveLength(20);
});
