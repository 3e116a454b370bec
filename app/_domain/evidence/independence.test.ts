import { expect, test } from 'vitest';
import { toOrigin } from './independence';

test.each([
  [{ publisher: 'The  Courier ', url: 'https://a.example/1' }, 'publisher:courier'],
  [{ publisher: 'courier', url: null }, 'publisher:courier'],
  [{ publisher: null, url: 'https://www.Courier.example:8080/a?b' }, 'host:courier.example'],
  [{ publisher: '  ', url: 'http://user@courier.example' }, 'host:courier.example'],
  [{ publisher: null, url: null }, 'document:d1'],
])('%j goes back to %s', (source, origin) => {
  expect(toOrigin({ id: 'd1', ...source })).toBe(origin);
});
