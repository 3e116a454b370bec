import { describe, expect, test } from 'vitest';
import { csvRecord } from './csv';

describe('a record of CSV', () => {
  test('ends in CRLF, and a missing value is an empty cell', () => {
    expect(csvRecord(['a', null, 3, ''])).toBe('"a",,3,\r\n');
  });
  test.each([
    '1/2',
    '12-13',
    '2012-13',
    '1/2/2024',
    '9:30',
    '1e5',
    '3.1E9',
    'May 5',
    'Mar-24',
    '1 May 2024',
  ])(
    'keeps %s, the words of a figure, from being read as a day, a time or a power',
    (asWritten) => {
      expect(csvRecord([{ asWritten }])).toBe(`"'${asWritten}"\r\n`);
    },
  );
  test.each(['around 400 yards', '12,400', '4.5', '8%', '$5m', 'one half'])(
    'leaves %s, the words of a figure, as they are',
    (asWritten) => {
      expect(csvRecord([{ asWritten }])).toBe(`"${asWritten}"\r\n`);
    },
  );
  test('leaves the days of a report days', () => {
    expect(csvRecord(['2025-05-01', '2012-13'])).toBe('"2025-05-01","2012-13"\r\n');
  });
  test.each([
    ['a', '"a"'],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\rlines', '"two\rlines"'],
  ])('quotes %j', (cell, written) => {
    expect(csvRecord([cell])).toBe(`${written}\r\n`);
  });
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    ' =1',
    '"=1',
    '\u00a0=1',
    '\u0000=1',
    '\u0001 @SUM(A1)',
    '\u200b-1',
  ])('does not let a spreadsheet run %j', (cell) => {
    expect(csvRecord([cell]).replace(/^"/, '')).toMatch(/^'/);
  });
  test.each([
    ['a;=1+1;b', `"a;'=1+1;b"`],
    ['a\t@SUM(A1)', `"a\t'@SUM(A1)"`],
    ['two lines\r\n-1', `"two lines\r\n'-1"`],
    ['a; +1', `"a; '+1"`],
    ['a;"=1"', `"a;""'=1"""`],
    ['a;;=1', `"a;;'=1"`],
    ['a；=1', `"a；'=1"`],
    ['a\u2028=1', `"a\u2028'=1"`],
    ['a\v=1', `"a\v'=1"`],
    ['a;\u0000=1', `"a;\u0000'=1"`],
    ['a;b=1; 5 - 3', '"a;b=1; 5 - 3"'],
  ])('does not let a spreadsheet with other separators run %j', (cell, written) => {
    expect(csvRecord([cell])).toBe(`${written}\r\n`);
  });
  test('leaves a negative figure a number', () => {
    expect(csvRecord([{ decimal: '-3.4' }, -2])).toBe('-3.4,-2\r\n');
  });
  test('does not take any text for a figure', () => {
    expect(csvRecord([{ decimal: '-1+cmd' }])).toBe(`"'-1+cmd"\r\n`);
  });
});
