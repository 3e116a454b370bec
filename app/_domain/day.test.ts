import { describe, expect, test } from 'vitest';
import { dayInWords, dayOf, isDaySpan, isLater, minuteOf, parseDay, startOfDay } from './day';

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

describe('a moment at the desk', () => {
  const at = new Date('2026-11-24T23:30:00Z');

  test.each([
    ['UTC', '2026-11-24', '2026-11-24 23:30 UTC'],
    ['Europe/Berlin', '2026-11-25', '2026-11-25 00:30 CET'],
    ['America/New_York', '2026-11-24', '2026-11-24 18:30 EST'],
    ['Asia/Kolkata', '2026-11-25', '2026-11-25 05:00 IST'],
    ['Asia/Tokyo', '2026-11-25', '2026-11-25 08:30 GMT+9'],
  ])('in %s it is on %s, and its time is shown with the name of the zone', (zone, day, minute) => {
    expect(dayOf(at, zone)).toBe(day);
    expect(minuteOf(at, zone)).toBe(minute);
  });

  test('in summer the name of the zone is another', () => {
    expect(minuteOf('2026-07-01T12:00:00Z', 'Europe/London')).toBe('2026-07-01 13:00 BST');
    expect(minuteOf('no moment', 'Europe/London')).toBe('no moment');
  });

  test.each([
    ['2026-11-24', 'UTC', '2026-11-24T00:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
    ['2026-11-24', 'Pacific/Kiritimati', '2026-11-23T10:00:00.000Z'],
    // The clocks go from midnight to one.
    ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
  ])('%s begins in %s at %s', (day, zone, begins) => {
    expect(startOfDay(day, zone).toISOString()).toBe(begins);
  });
});
