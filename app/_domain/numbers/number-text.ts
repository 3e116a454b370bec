import {
  absolute,
  compare,
  divide,
  multiply,
  ONE,
  powerOfTen,
  type Rational,
  rational,
  toDecimalText,
} from './decimal';

/** The place of the first digit that is not zero: 2 for 415, 0 for 5, -1 for 0.41. 0 for zero. */
export function magnitudeOf(value: Rational): number {
  const positive = absolute(value);
  if (positive.numerator === 0n) return 0;
  let place = positive.numerator.toString().length - positive.denominator.toString().length;
  while (compare(positive, powerOfTen(place)) < 0) place--;
  while (compare(positive, powerOfTen(place + 1)) >= 0) place++;
  return place;
}

/** Rounded half away from zero to a whole number of `unit`s: 415 to tens is 420. */
function roundTo(value: Rational, unit: Rational): Rational {
  const { numerator, denominator } = divide(absolute(value), unit);
  const whole = (2n * numerator + denominator) / (2n * denominator);
  const rounded = multiply(rational(whole), unit);
  return value.numerator < 0n ? { ...rounded, numerator: -rounded.numerator } : rounded;
}

/** Rounded to so many significant digits. */
export const toSignificant = (value: Rational, digits: number): Rational =>
  roundTo(value, powerOfTen(magnitudeOf(value) + 1 - digits));

/** Rounded to so many decimals, as stored text. */
export const toDecimals = (value: Rational, decimals: number): string =>
  toDecimalText(roundTo(value, powerOfTen(-decimals)));

/** A number to read: grouped, to so many significant digits. */
export const readable = (value: Rational, digits = 3): string =>
  numberInWords(toSignificant(value, digits));

/**
 * A number to read beside another, no coarser than that one was written.
 *
 * @param place  one unit of the last digit of the other; at least 3 significant digits remain
 */
export function readableBeside(value: Rational, place: Rational): string {
  const own = powerOfTen(magnitudeOf(value) - 2);
  return numberInWords(roundTo(value, compare(place, own) < 0 ? place : own));
}

const LARGE = [
  [12, 'trillion'],
  [9, 'billion'],
  [6, 'million'],
] as const;

/** '438 million', where that is no longer than the digits themselves. Exact. */
export function numberInWords(value: Rational): string {
  const text = toDecimalText(value);
  for (const [power, name] of LARGE) {
    if (magnitudeOf(value) < power) continue;
    const short = toDecimalText(divide(value, powerOfTen(power)));
    if (short.length <= 6) return `${groupDigits(short)} ${name}`;
  }
  return groupDigits(text);
}

const HUNDRED = rational(100n);

/**
 * A share in per cent to read, to two significant digits: '10%', '0.51%'; as many more as keep
 * what is less than the whole below 100%.
 */
export function percentInWords(share: Rational): string {
  const percent = multiply(absolute(share), HUNDRED);
  for (let digits = 2; ; digits++) {
    const rounded = toSignificant(percent, digits);
    const isWhole = compare(rounded, HUNDRED) >= 0 && compare(percent, HUNDRED) < 0;
    if (!isWhole) return `${groupDigits(toDecimalText(rounded))}%`;
  }
}

/** The place of the last digit that is not zero, of a number with finite decimals; null for zero. */
export function lastPlaceOf(value: Rational): number | null {
  if (value.numerator === 0n) return null;
  const text = toDecimalText(absolute(value));
  const decimals = text.split('.')[1]?.length ?? 0;
  if (decimals > 0) return -decimals;
  return /0*$/.exec(text)?.[0].length ?? 0;
}

export const isWholeNumber = (value: Rational): boolean => value.denominator === ONE.denominator;

/** The digits of a decimal in groups of three: '4500' is '4,500'. A minus sign is a real one. */
export function groupDigits(decimal: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(decimal);
  if (!match) return decimal;
  const [, minus, whole = '', fraction = ''] = match;
  return `${minus ? '\u2212' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
}
