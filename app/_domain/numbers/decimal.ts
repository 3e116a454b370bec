/**
 * Exact arithmetic for figures: fractions of whole numbers, never floats, so that a figure never
 * changes by being read, converted or compared.
 */

/** A fraction in lowest terms; the denominator is always positive, and zero is 0/1. */
export type Rational = { readonly numerator: bigint; readonly denominator: bigint };

const EXACT_DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Digits that text keeps of a fraction with no finite decimal, such as one third. */
export const ROUNDED_DIGITS = 20;

/** A longer figure than this is no figure; it also bounds the time that arithmetic may take. */
const MAX_DIGITS = 60;

/** Whether the text is a decimal as the desk stores it: '4500', '0.5', '-3.4'; no exponent, no grouping. */
export const isExactDecimal = (text: string): boolean =>
  text.length <= 2 * MAX_DIGITS && EXACT_DECIMAL.test(text);

/** The fraction numerator/denominator in lowest terms. Throws RangeError for a denominator of zero. */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 1n) return { numerator, denominator };
  if (denominator === 0n) throw new RangeError('a fraction needs a denominator other than zero');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(
    numerator < 0n ? -numerator : numerator,
    denominator * sign,
  );
  return {
    numerator: (numerator * sign) / divisor,
    denominator: (denominator * sign) / divisor,
  };
}

export const ZERO = rational(0n);
export const ONE = rational(1n);

/** Reads stored decimal text; null for anything else, '4,500' and '1e3' included. */
export function parseDecimal(text: string): Rational | null {
  if (!isExactDecimal(text)) return null;
  const [whole = '', fraction = ''] = text.split('.');
  return rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
}

/** Reads a factor written in a table: a decimal ('0.3048') or a fraction of two ('1200/3937'). */
export function parseRational(text: string): Rational | null {
  const [above = '', below = '1', ...rest] = text.split('/');
  const numerator = parseDecimal(above);
  const denominator = parseDecimal(below);
  if (!numerator || !denominator || denominator.numerator === 0n || rest.length > 0) return null;
  return divide(numerator, denominator);
}

export const add = (a: Rational, b: Rational): Rational =>
  rational(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );

export const negate = (a: Rational): Rational => ({
  numerator: -a.numerator,
  denominator: a.denominator,
});

export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));

export const multiply = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);

/** a ÷ b. Throws RangeError when b is zero. */
export const divide = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);

export const absolute = (a: Rational): Rational => (a.numerator < 0n ? negate(a) : a);

/** Below zero when a < b, zero when they are equal, above zero when a > b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const larger = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);

export const smaller = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);

/** 10 to the given power, which may be negative. */
export const powerOfTen = (exponent: number): Rational =>
  exponent >= 0 ? rational(10n ** BigInt(exponent)) : rational(1n, 10n ** BigInt(-exponent));

/** Whether the fraction has a finite decimal, so that `toDecimalText` loses nothing. */
function hasFiniteDecimal({ denominator }: Rational): boolean {
  let rest = denominator;
  while (rest % 10n === 0n) rest /= 10n;
  while (rest % 5n === 0n) rest /= 5n;
  while (rest % 2n === 0n) rest /= 2n;
  return rest === 1n;
}

/**
 * The fraction as stored decimal text, without trailing zeros.
 *
 * @returns every digit when the decimal is finite; otherwise rounded half away from zero to
 *   `digits` decimals, the one place where exactness ends (one third: '0.333…', 20 threes).
 */
export function toDecimalText(value: Rational, digits = ROUNDED_DIGITS): string {
  if (value.denominator === 1n) return value.numerator.toString();
  const decimals = hasFiniteDecimal(value) ? finiteDecimals(value.denominator) : digits;
  const scale = 10n ** BigInt(decimals);
  const { numerator, denominator } = value;
  const positive = numerator < 0n ? -numerator : numerator;
  const scaled = (2n * positive * scale + denominator) / (2n * denominator);
  const text = scaled.toString().padStart(decimals + 1, '0');
  const whole = text.slice(0, text.length - decimals);
  const fraction = text.slice(text.length - decimals).replace(/0+$/, '');
  const sign = numerator < 0n && scaled !== 0n ? '-' : '';
  return fraction ? `${sign}${whole}.${fraction}` : `${sign}${whole}`;
}

/** The nearest float, for plots and rankings only. */
export const toFloat = (value: Rational): number => Number(toDecimalText(value));

function finiteDecimals(denominator: bigint): number {
  let [rest, twos, fives] = [denominator, 0, 0];
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
  return Math.max(twos, fives);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger === 0n ? 1n : larger;
}
