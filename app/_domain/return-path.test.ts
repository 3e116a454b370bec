import { expect, test } from 'vitest';
import { toReturnPath } from './return-path';

test.each([
  '/',
  '/claims',
  '/claims?status=open&words=a%20b',
  '/articles/1#C-0001',
  '/claims?q=http://x',
])('after signing in one comes back to %s', (path) => {
  expect(toReturnPath(path)).toBe(path);
});

test.each([
  null,
  '',
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '\\\\evil.example',
  '/\t/evil.example',
  '/%0a/evil\n',
  'javascript:alert(1)',
  'claims',
  `/${'a'.repeat(3000)}`,
])('and never to %j', (path) => {
  expect(toReturnPath(path)).toBe('/');
});
