import { expect, test } from 'vitest';
import { lockedUntil, parseCode, secretOf } from './two-factor';

test.each([
  ['123456', { kind: 'code', code: '123456' }],
  [' 123 456 ', { kind: 'code', code: '123456' }],
  ['aB3dE-Gh1jK', { kind: 'recoveryCode', code: 'aB3dE-Gh1jK' }],
  ['aB3dE–Gh1jK', { kind: 'recoveryCode', code: 'aB3dE-Gh1jK' }],
  ['aB3dEGh1jK', { kind: 'recoveryCode', code: 'aB3dE-Gh1jK' }],
  ['12345', null],
  ['1234567', null],
  ['', null],
  ['aB3dE-Gh1j!', null],
])('%j is read as %j', (text, code) => {
  expect(parseCode(text)).toEqual(code);
});

test.each([
  ['otpauth://totp/Plumbline:ada%40example.org?secret=ABCDEFGH2&issuer=P', 'ABCD EFGH 2'],
  ['otpauth://totp/Plumbline?issuer=P', null],
])('the secret of %s is %s', (address, secret) => {
  expect(secretOf(address)).toBe(secret);
});

test('an account refuses codes for at most 15 minutes, even if the clock jumped', () => {
  const now = new Date('2026-11-30T12:00:00Z');
  const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  expect(lockedUntil(inMinutes(15), now)).toEqual(inMinutes(15));
  expect(lockedUntil(inMinutes(57_600), now)).toBeNull();
  expect(lockedUntil(null, now)).toBeNull();
});
