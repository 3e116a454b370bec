import { expect, test } from 'vitest';
import { claimCode, parseClaimCode } from './claim';

test.each([
  [1, 'C-0001'],
  [142, 'C-0142'],
  [123456, 'C-123456'],
])('claim %i has the code %s, and the code finds the claim', (number, code) => {
  expect(claimCode(number)).toBe(code);
  expect(parseClaimCode(code)).toBe(number);
  expect(parseClaimCode(` ${code.toLowerCase()} `)).toBe(number);
});

test.each(['', '142', 'C-', 'C-0142x', 'D-0142', 'C--1', 'C-1e3'])('%j is no code', (text) => {
  expect(parseClaimCode(text)).toBeNull();
});
