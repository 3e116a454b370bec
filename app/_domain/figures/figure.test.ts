import { describe, expect, test } from 'vitest';
import { toBaseValue } from './figure';
import { baseInterval } from './interval';

describe('the base value of a figure is its value in the base unit', () => {
  test.each([
    ['600', '{troop}', '600'],
    ['600', null, '600'],
    ['4500', 't', '4500000'],
    ['10', '{barrel}/{household}', '10'],
    ['7000', '{step}/d', '0.08101851851851851852'],
    ['500', '{car}/wk', '0.00082671957671957672'],
    ['6000', '{rev}/min', '6000'],
    ['90', 'USD/h', '0.025'],
  ])('%s %s is %s', (value, unit, base) => {
    expect(toBaseValue({ value, unit })).toBe(base);
  });

  test('the base value lies within the interval that the words of the figure allow', () => {
    const figure = { qualifier: 'about', low: null, high: null, lastDigit: '1' } as const;
    const written = { ...figure, value: '500', unit: '{car}/wk' };
    const interval = baseInterval(written);
    const base = Number(toBaseValue(written));
    expect(base).toBeGreaterThan(Number(interval?.baseLow));
    expect(base).toBeLessThan(Number(interval?.baseHigh));
  });

  test('a range, or a figure in an unknown unit, has no base value', () => {
    expect(toBaseValue({ value: null, unit: 't' })).toBeNull();
    expect(toBaseValue({ value: '5', unit: 'furlongs' })).toBeNull();
  });
});
