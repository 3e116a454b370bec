import { compare, parseDecimal, type Rational, rational } from '../numbers/decimal';
import { isWholeNumber } from '../numbers/number-text';
import type { Figure } from './figure';

type Counted = Pick<Figure, 'value' | 'low' | 'high' | 'unit'> & Partial<Pick<Figure, 'statistic'>>;

/** Whether a figure counts things that come whole: people, ships; not 2.9 children a woman. */
export function countsWhole({ value, low, high, unit, statistic }: Counted): boolean {
  if (!unit?.startsWith('{') || unit.includes('/') || unit === '{count}') return false;
  if (statistic && /^(?:mean|median|rate|ratio|rank)$/.test(statistic)) return false;
  return [value, low, high].every((text) => {
    const number = text === null ? null : parseDecimal(text);
    return number === null || isWholeNumber(number);
  });
}

type Ends = { readonly low: Rational | null; readonly high: Rational | null };

/** The whole numbers in an interval: 10,000 for 9,999.5 to 10,000.5. Unchanged where there is none. */
export function wholeEnds<Of extends Ends>(of: Of): Of {
  const low = of.low && ceiling(of.low);
  const high = of.high && floor(of.high);
  if (!low || !high) return { ...of, low, high };
  const order = compare(low, high);
  // 'Nearly 6' is 5.4 to 6, and not 6: an end that is whole itself may be left out.
  const isBound = [of.low, of.high].filter((end) => end && isWholeNumber(end)).length === 1;
  return order > 0 || (order === 0 && isBound) ? of : { ...of, low, high };
}

function floor({ numerator, denominator }: Rational): Rational {
  const whole = numerator / denominator;
  return rational(numerator < 0n && numerator % denominator !== 0n ? whole - 1n : whole);
}

const ceiling = ({ numerator, denominator }: Rational): Rational => {
  const { numerator: below } = floor({ numerator: -numerator, denominator });
  return rational(-below);
};
