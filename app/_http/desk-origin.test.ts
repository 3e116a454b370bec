import { expect, test } from 'vitest';
import { ORIGIN } from '../../bin/door.mjs';
import { originOf } from './desk-origin';

test('the desk is where the server says it is, whatever else the request has', () => {
  const claimed = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
  expect(originOf(new Headers({ ...claimed, [ORIGIN]: 'https://desk.example' }))).toBe(
    'https://desk.example',
  );
  expect(() => originOf(new Headers(claimed))).toThrow('No address of the desk');
});
