import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  divide,
  isExactDecimal,
  multiply,
  parseDecimal,
  parseRational,
  powerOfTen,
  rational,
  subtract,
  toDecimalText,
} from './decimal';

const anyRational = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([numerator, denominator]) => rational(numerator, denominator));

describe('a figure as decimal text', () => {
  test.each(['4500', '0.5', '-3.4', '0', '0.001', '16369.03'])('%s is stored as it is', (text) => {
    const value = parseDecimal(text);
    expect(value && toDecimalText(value)).toBe(text);
  });

  test.each(['', '4,500', '1e3', '.5', '5.', '+5', '007', ' 5', 'five', '٤'])(
    '%j is not decimal text',
    (text) => {
      expect(isExactDecimal(text)).toBe(false);
      expect(parseDecimal(text)).toBeNull();
    },
  );

  test('one third is rounded after twenty digits, half away from zero', () => {
    expect(toDecimalText(rational(1n, 3n))).toBe('0.33333333333333333333');
    expect(toDecimalText(rational(-2n, 3n), 2)).toBe('-0.67');
  });

  test('a number that is too long is refused before it is computed with', () => {
    expect(parseDecimal('9'.repeat(1_000_000))).toBeNull();
  });
});

describe('fractions', () => {
  test('are kept in lowest terms with the sign above', () => {
    expect(rational(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
  });

  test('with a zero denominator are an error of the program', () => {
    expect(() => rational(1n, 0n)).toThrow(RangeError);
  });

  test('in a table may be written with a slash', () => {
    expect(parseRational('5/9')).toEqual(rational(5n, 9n));
    expect(parseRational('1/0')).toBeNull();
    expect(parseRational('1/2/3')).toBeNull();
  });

  test('subtraction undoes addition, and division undoes multiplication', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        if (b.numerator !== 0n) expect(divide(multiply(a, b), b)).toEqual(a);
      }),
    );
  });

  test('finite decimals come back from their text unchanged', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.nat(12),
        (whole, places) => {
          const value = divide(rational(whole), powerOfTen(places));
          const back = parseDecimal(toDecimalText(value));
          expect(back && compare(back, value)).toBe(0);
        },
      ),
    );
  });
});
