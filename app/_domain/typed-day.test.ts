import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayInWords } from './day';
import {
  type DayReading,
  dayRefusalInWords,
  readTypedDay,
  readTypedDays,
  weekdayInWords,
} from './typed-day';

/** A Monday. */
const today = '2026-11-30';
const past: DayReading = { today, side: 'past' };
const future: DayReading = { today, side: 'future' };

describe('a reviewer types a day as people write one', () => {
  test.each([
    ['2025-05-01', '2025-05-01'],
    ['2025-5-1', '2025-05-01'],
    ['2025/05/01', '2025-05-01'],
    ['1 May 2025', '2025-05-01'],
    [' 1st  of may, 2025 ', '2025-05-01'],
    ['May 1, 2025', '2025-05-01'],
    ['Sept. 4, 2025', '2025-09-04'],
    ['1-May-2025', '2025-05-01'],
    ['Thursday, 1 May 2025', '2025-05-01'],
    ['on Thu 1 May 2025', '2025-05-01'],
    ['1.5.2025', '2025-05-01'],
    ['13/05/2025', '2025-05-13'],
    ['05/13/2025', '2025-05-13'],
    ['5/5/2025', '2025-05-05'],
    ['29 Feb 2024', '2024-02-29'],
    ['today', '2026-11-30'],
    ['Yesterday', '2026-11-29'],
    ['the day before yesterday', '2026-11-28'],
    ['tomorrow', '2026-12-01'],
    ['last Friday', '2026-11-27'],
    ['last Monday', '2026-11-23'],
    ['next Monday', '2026-12-07'],
    ['3 days ago', '2026-11-27'],
    ['two weeks ago', '2026-11-16'],
    ['in a fortnight', '2026-12-14'],
    ['9 months ago', '2026-02-28'],
    ['a year ago', '2025-11-30'],
  ])('“%s” is %s', (text, day) => {
    expect(readTypedDay(text, past)).toEqual({ ok: true, value: day });
  });

  test.each([
    ['1 May', '2026-05-01', '2027-05-01'],
    ['31 December', '2025-12-31', '2026-12-31'],
    ['30 November', '2026-11-30', '2026-11-30'],
    ['29 February', '2024-02-29', '2028-02-29'],
    ['Friday', '2026-11-27', '2026-12-04'],
    ['on monday', '2026-11-30', '2026-11-30'],
  ])('“%s” is %s of an article, and %s of a plan', (text, ofArticle, ofPlan) => {
    expect(readTypedDay(text, past)).toMatchObject({ value: ofArticle });
    expect(readTypedDay(text, future)).toMatchObject({ value: ofPlan });
  });

  test.each([
    ['soon', /^“soon” is not a date: write for example 1 May 2025/],
    ['', /is not a date/],
    ['next week', /is not a date/],
    ['9999 years ago', /is not a date/],
    ['2025-05-01T00:00', /is not a date/],
    ['=1+1', /is not a date/],
    ['30 February 2025', /^“30 February 2025” is not a day of the calendar/],
    ['2025-13-01', /is not a day of the calendar/],
    ['Friday 1 May 2025', /^“Friday 1 May 2025” does not exist: 1 May 2025 is a Thursday$/],
    [
      '01/05/2025',
      /^“01\/05\/2025” can be 1 May 2025 or 5 January 2025: write the month as a word$/,
    ],
  ])('“%s” is refused, and the sentence says why', (text, sentence) => {
    const read = readTypedDay(text, past);
    if (read.ok) throw new Error(`${text} is read as ${read.value}`);
    expect(dayRefusalInWords(read.refusal)).toMatch(sentence);
  });
});

describe('a reviewer types a month, a year or a period', () => {
  test.each([
    ['2025', '2025'],
    ['May 2025', '2025-05'],
    ['05/2025', '2025-05'],
    ['1 May 2025', '2025-05-01'],
    ['13/05/2025', '2025-05-13'],
    ['yesterday', '2026-11-29'],
    ['last week', '2026-11-23/2026-11-29'],
    ['this week', '2026-11-30/2026-12-06'],
    ['last month', '2026-10'],
    ['last year', '2025'],
    ['28 April to 4 May 2025', '2025-04-28/2025-05-04'],
    ['28–30 April 2025', '2025-04-28/2025-04-30'],
    ['from 1 May 2024 to 2 June 2025', '2024-05-01/2025-06-02'],
    ['between 2019 and 2020', '2019/2020'],
    ['April to May 2025', '2025-04/2025-05'],
    ['2025-04-28/2025-05-04', '2025-04-28/2025-05-04'],
  ])('“%s” is %s', (text, days) => {
    expect(readTypedDays(text, past)).toEqual({ ok: true, value: days });
  });

  test.each([
    ['x to y', /^“x to y” is not a date: write for example 1 May 2025, May 2025, 2025/],
    ['4 May to 28 April 2025', /ends before it begins: write the earlier day first$/],
    ['2025/2024', /ends before it begins/],
    ['1/5/2025', /can be 1 May 2025 or 5 January 2025/],
    ['2025-02-30', /is not a day of the calendar/],
  ])('“%s” is refused, and the sentence says why', (text, sentence) => {
    const read = readTypedDays(text, past);
    if (read.ok) throw new Error(`${text} is read as ${read.value}`);
    expect(dayRefusalInWords(read.refusal, true)).toMatch(sentence);
  });
});

const anyDay = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('each stored day is shown in words that are read as the same day', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (one, other) => {
      const [first, last] = [one, other].sort();
      const period = `${first}/${last}`;
      for (const reading of [past, future]) {
        expect(readTypedDay(dayInWords(one), reading)).toEqual({ ok: true, value: one });
        expect(readTypedDays(dayInWords(period), reading)).toEqual({ ok: true, value: period });
        const month = one.slice(0, 7);
        expect(readTypedDays(dayInWords(month), reading)).toEqual({ ok: true, value: month });
      }
      const withWeekday = `${weekdayInWords(one)}, ${dayInWords(one)}`;
      expect(readTypedDay(withWeekday, past)).toEqual({ ok: true, value: one });
    }),
  );
});

test('no text throws, and each day that is read is a day of the calendar', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      readTypedDay(text, past);
      readTypedDays(text, future);
    }),
  );
});
