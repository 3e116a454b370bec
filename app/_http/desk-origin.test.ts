import { expect, test } from 'vitest';
import { ORIGIN } from '../../bin/door.mjs';
import { originOf } from './desk-origin';

test('the address of the desk is the one set by the server, whatever the request claims', () => {
  const named = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
  expect(originOf(new Headers({ ...named, [ORIGIN]: 'https://desk.example' }))).toBe(
    'https://desk.example',
  );
  expect(() => originOf(new Headers(named))).toThrow('No address of the desk');
});
