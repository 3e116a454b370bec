import { describe, expect, test } from 'vitest';
import { findOrigin, isForeign } from './addresses.mjs';

describe('without PUBLIC_URL', () => {
  const place = { publicUrl: null, host: '127.0.0.1' };

  test.each([
    ['127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['localhost:3000', 'http://localhost:3000'],
    ['LOCALHOST', 'http://localhost'],
    ['[::1]:8080', 'http://[::1]:8080'],
  ])('the desk is at %s', (host, origin) => {
    expect(findOrigin(host, place)).toBe(origin);
  });

  test.each([
    'desk.example',
    'desk.example:3000',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'localhost@evil.example',
    'evil.example/127.0.0.1',
    '127.0.0.1:3000, evil.example',
    '192.0.2.1',
    '0.0.0.0:3000',
    '[::2]',
    '127.0.0.1:99999',
    '127.0.0.1:',
    'localhost.',
    '',
    undefined,
  ])('the desk is not at %j', (host) => {
    expect(findOrigin(host, place)).toBeNull();
  });

  test.each([
    ['192.0.2.1', '192.0.2.1:3000', 'http://192.0.2.1:3000'],
    ['desk.local', 'Desk.local:3000', 'http://desk.local:3000'],
    ['2001:db8::1', '[2001:DB8:0::1]:3000', 'http://[2001:db8::1]:3000'],
    ['0.0.0.0', '127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ])('a desk that listens at %s is at %s too', (host, asked, origin) => {
    expect(findOrigin(asked, { publicUrl: null, host })).toBe(origin);
  });

  test.each(['0.0.0.0', '::'])('a desk that listens at %s is not at every name', (host) => {
    expect(findOrigin('192.0.2.1:3000', { publicUrl: null, host })).toBeNull();
  });
});

describe('with PUBLIC_URL', () => {
  const place = { publicUrl: 'https://desk.example', host: '127.0.0.1' };

  test.each(['desk.example', 'DESK.example', 'desk.example:443'])('the desk is at %s', (host) => {
    expect(findOrigin(host, place)).toBe('https://desk.example');
  });

  test.each(['desk.example:80', 'desk.example:3000', 'www.desk.example', '127.0.0.1:3000'])(
    'and not at %s',
    (host) => {
      expect(findOrigin(host, place)).toBeNull();
    },
  );
});

test.each([
  [{ origin: 'https://desk.example' }, false],
  [{ origin: 'https://desk.example', 'sec-fetch-site': 'same-origin' }, false],
  [{}, false],
  [{ 'sec-fetch-site': 'same-origin' }, false],
  // Typed, or from a bookmark.
  [{ 'sec-fetch-site': 'none' }, false],
  [{ 'sec-fetch-site': 'cross-site' }, true],
  [{ 'sec-fetch-site': 'same-site' }, true],
  [{ 'sec-fetch-site': 'same-origin, cross-site' }, true],
  [{ origin: 'null' }, true],
  [{ origin: '' }, true],
  [{ origin: 'http://desk.example' }, true],
  [{ origin: 'https://desk.example:8443' }, true],
  [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, true],
  [{ origin: 'https://desk.example, https://evil.example' }, true],
])('a request with %j is foreign: %j', (headers, foreign) => {
  expect(isForeign(headers, 'https://desk.example')).toBe(foreign);
});
