import { describe, expect, test } from 'vitest';
import { dayInWords, isDaySpan, isLater, parseDay } from './day';

test.each(['2025-05-01', '2024-02-29', '0099-12-31'])('%s is a day', (text) => {
  expect(parseDay(text)).toEqual({ ok: true, value: text });
});

test.each([
  '',
  '2025-02-30',
  '2023-02-29',
  '2025-13-01',
  '01.05.2025',
  '2025-5-1',
  'tomorrow',
  '2025-05-01T00:00',
])('%j is not a day', (text) => {
  expect(parseDay(text)).toMatchObject({ ok: false });
});

test.each([
  ['2025-05-01', '1 May 2025'],
  ['2024-06', 'June 2024'],
  ['1959', '1959'],
  ['2025-04-28/2025-05-04', '28 April 2025 to 4 May 2025'],
  ['on Friday', 'on Friday'],
])('%s reads as %s', (value, words) => {
  expect(dayInWords(value)).toBe(words);
});

describe('a span of days', () => {
  test.each(['2025', '2025-05', '2025-05-01', '2025-04-28/2025-05-04', '2024/2025'])(
    '%s',
    (text) => {
      expect(isDaySpan(text)).toBe(true);
    },
  );
  test.each(['', '2025-13', '25', '2025/', '2025/2026/2027', 'May 2025'])('is not %j', (text) => {
    expect(isDaySpan(text)).toBe(false);
  });
});

describe('the later of two days, months, years or spans', () => {
  test.each([
    ['2025-02-20', '2025-02-06', true],
    ['2025-02-06', '2025-02-20', false],
    ['2025-02', '2025-02-06', false],
    ['2025-03', '2025-02-28', true],
    ['2025', '2024-12-31', true],
    ['2025', '2025-01-01', false],
    ['2025-02-10/2025-02-12', '2025-02-09', true],
    ['2025-02-10/2025-02-12', '2025-02-11', false],
    ['2025-03-01', '2025-02', true],
  ])('%s is later than %s: %s', (one, other, expected) => {
    expect(isLater(one, other)).toBe(expected);
  });
});
