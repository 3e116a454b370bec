import { describe, expect, test } from 'vitest';
import { csvRecord } from './csv';

describe('a record of CSV', () => {
  test('ends in CRLF, and a missing value is an empty cell', () => {
    expect(csvRecord(['a', null, 3, ''])).toBe('"a",,3,\r\n');
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
