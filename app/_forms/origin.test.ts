import { expect, test } from 'vitest';
import { originOf } from './origin';

test.each([
  [{}, 'http://127.0.0.1'],
  [{ host: 'desk.example:3000' }, 'http://desk.example:3000'],
  [{ 'x-forwarded-proto': 'https', 'x-forwarded-host': 'desk.example' }, 'https://desk.example'],
  // Two proxies, one behind the other: the first is the one that the browser asked.
  [
    { 'x-forwarded-proto': 'https, http', 'x-forwarded-host': 'desk.example, inner:8080' },
    'https://desk.example',
  ],
])('the desk is at the address that the browser asked: %j', (headers, origin) => {
  expect(originOf(new Headers(headers))).toBe(origin);
});
