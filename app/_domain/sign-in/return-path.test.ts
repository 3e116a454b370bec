import { expect, test } from 'vitest';
import { toReturnPath } from './return-path';

test.each([
  '/',
  '/claims',
  '/claims?status=open&words=a%20b',
  '/articles/1#C-0001',
  '/claims?q=http://x',
])('signing in leads back to %s', (path) => {
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
  '/.//evil.example',
  '/./\t/evil.example',
  '/..//evil.example',
  '/%2e//evil.example',
  '/%2E%2e//evil.example',
  '/.%2e//evil.example',
  '/claims/..//evil.example',
  '/claims/./..//evil.example/claims',
  '/a/b/../..//evil.example?next=/claims',
  '/.\\evil.example',
  '/./\\/evil.example',
  '/.///evil.example',
  '/\u00a0/evil.example',
  '///evil.example',
  '//evil.example:80@desk.example/',
  '//[',
  `/${'a'.repeat(3000)}`,
])('signing in never leads to %j', (path) => {
  expect(toReturnPath(path)).toBe('/');
});

test.each([
  ['/claims/../articles', '/articles'],
  ['/./claims', '/claims'],
  ['/claims/%2e%2e/', '/'],
  ['/claims?next=/.//evil.example', '/claims?next=/.//evil.example'],
  ['/%2f/evil.example', '/%2f/evil.example'],
  ['/claims?words=ä', '/claims?words=%C3%A4'],
])('%s is resolved as a browser resolves it, to %s', (asked, path) => {
  expect(toReturnPath(asked)).toBe(path);
  expect(toReturnPath(path)).toBe(path);
});

test('no sequence of slashes, dots and host names leads out of the desk', () => {
  const parts = ['/', '.', '..', '%2e', '\\', '\t', 'claims', 'evil.example', '?', '@'];
  const desk = 'https://desk.example';
  const base = parts.length;
  for (let n = 0; n < base ** 5; n++) {
    let written = '/';
    for (let rest = n; rest > 0; rest = Math.floor(rest / base)) written += parts[rest % base];
    const path = toReturnPath(written);
    if (path.startsWith('//') || new URL(path, `${desk}/sign-in`).origin !== desk) {
      expect.fail(`${written} leads to ${path}`);
    }
  }
});
