import { describe, expect, test } from 'vitest';
import { csvRecord } from './csv';

describe('a record of CSV', () => {
  test('ends in CRLF and leaves empty what is missing', () => {
    expect(csvRecord(['a', null, 3, ''])).toBe('a,,3,\r\n');
  });
  test.each([
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\rlines', '"two\rlines"'],
  ])('quotes %j', (cell, written) => {
    expect(csvRecord([cell])).toBe(`${written}\r\n`);
  });
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])(
    'does not let a spreadsheet run %j',
    (cell) => {
      expect(csvRecord([cell]).replace(/^"/, '')).toMatch(/^'/);
    },
  );
  test('leaves a negative figure a number', () => {
    expect(csvRecord([{ decimal: '-3.4' }, -2])).toBe('-3.4,-2\r\n');
  });
  test('does not take just anything for a figure', () => {
    expect(csvRecord([{ decimal: '-1+cmd' }])).toBe("'-1+cmd\r\n");
  });
});
