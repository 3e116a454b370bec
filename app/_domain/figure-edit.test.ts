import { describe, expect, test } from 'vitest';
import { decideFigure, findUnitByWord, type TypedFigure, toPlainDecimal } from './figure-edit';
import { figureInWords, groupDigits, intervalInWords } from './figure-words';

const typed = (figure: Partial<TypedFigure>): TypedFigure => ({
  surface: 'as written',
  qualifier: null,
  value: null,
  low: null,
  high: null,
  unit: null,
  measure: null,
  statistic: null,
  ...figure,
});

function figure(parts: Partial<TypedFigure>) {
  const decided = decideFigure(typed(parts), null);
  if (!decided.ok) throw new Error(decided.refusal.kind);
  return decided.value;
}

describe('a figure that a reviewer types', () => {
  test('is held in its base unit by what its words allow', () => {
    expect(figure({ value: '400', qualifier: 'about', unit: 'yards' })).toMatchObject({
      value: '400',
      unit: '[yd_i]',
      unitName: 'yard',
      baseLow: '329.184',
      baseHigh: '402.336',
      baseUnit: 'm',
    });
  });
  test('unhedged is meant to its last written digit', () => {
    expect(figure({ value: '4,500', unit: 't' })).toMatchObject({
      qualifier: 'exact',
      value: '4500',
      lastDigit: '1',
    });
  });
  test('may be a range', () => {
    expect(figure({ low: '3000', high: '4000', unit: '{troop}' })).toMatchObject({
      qualifier: 'between',
      value: null,
      low: '3000',
      high: '4000',
    });
  });
  test.each([
    [{ value: 'many' }, { kind: 'notADecimal', field: 'value', text: 'many' }],
    [{ value: '1,5' }, { kind: 'notADecimal', field: 'value', text: '1,5' }],
    [{ low: '5', high: '3' }, { kind: 'rangeReversed' }],
    [
      { value: '3', unit: 'smoots and a half' },
      { kind: 'unknownUnit', text: 'smoots and a half' },
    ],
    [{}, { kind: 'noNumber' }],
  ] as const)('%j is refused', (parts, refusal) => {
    expect(decideFigure(typed(parts), null)).toEqual({ ok: false, refusal });
  });
});

test.each([
  ['4,500', '4500'],
  ['12 345 678.9', '12345678.9'],
  ['-3.4', '-3.4'],
  ['\u22123', '-3'],
  ['0.5', '0.5'],
])('%s is %s', (text, decimal) => {
  expect(toPlainDecimal(text)).toBe(decimal);
});

test.each(['', '1,5', '1,23', '12,34,567', '1e3', '0x10', 'NaN', '.5.'])(
  '%j is no plain number',
  (text) => {
    expect(toPlainDecimal(text)).toBeNull();
  },
);

test.each([
  ['mile', '[mi_i]'],
  ['Miles', '[mi_i]'],
  ['t', 't'],
  ['USD', 'USD'],
  ['{troop}', '{troop}'],
])('a unit is found as %s', (word, code) => {
  expect(findUnitByWord(word)?.code).toBe(code);
});

describe('in words', () => {
  const read = (parts: Partial<TypedFigure>) => figureInWords(figure(parts));
  test('a figure says its qualifier and its unit', () => {
    expect(read({ value: '400', qualifier: 'about', unit: 'yard' })).toBe('about 400 yards');
    expect(read({ value: '1', unit: 'mile' })).toBe('1 mile');
    expect(read({ value: '600', qualifier: 'over', unit: '{troop}' })).toBe('over 600 troops');
    expect(read({ value: '2', unit: '{country}' })).toBe('2 countries');
    expect(read({ value: '5.5', unit: '%' })).toBe('5.5%');
    expect(read({ low: '3000', high: '4000', unit: 't' })).toBe('3,000 to 4,000 tonnes');
  });
  test('digits stand in groups, and a minus is a minus', () => {
    expect(groupDigits('-1234567.8901')).toBe('\u22121,234,567.8901');
  });
  test('an interval may be open', () => {
    expect(intervalInWords({ baseLow: '4000', baseHigh: null, baseUnit: '1' })).toBe(
      '4,000 or more',
    );
    expect(intervalInWords({ baseLow: null, baseHigh: '5', baseUnit: 'm' })).toBe('5 m or less');
    expect(intervalInWords({ baseLow: null, baseHigh: null, baseUnit: null })).toBeNull();
  });
});
