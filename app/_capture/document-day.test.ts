import { expect, test } from 'vitest';
import { toDay } from './document-day';

test.each([
  ['2025-05-01', '2025-05-01'],
  ['2025-05-01T23:30:00-04:00', '2025-05-01'],
  ['2025/05/01', '2025-05-01'],
  ['20250501', '2025-05-01'],
  ["D:20250501233000-04'00'", '2025-05-01'],
  ['Thu, 01 May 2025 10:00:00 GMT', '2025-05-01'],
  ['1 May 2025', '2025-05-01'],
  ['1st of nothing', null],
  ['Published May 1st, 2025 at noon', '2025-05-01'],
  ['Sept. 3, 1939', '1939-09-03'],
  ['05/01/2025', null],
  ['2025-02-30', null],
  ['12 ships 1942', null],
  ['0001-01-01', null],
  ['1746057600', null],
  ['', null],
  [null, null],
])('the day in %s is %s', (text, day) => {
  expect(toDay(text)).toBe(day);
});
