import type { Interval } from '../figures/interval';
import { add, compare, divide, multiply, negate, type Rational, ZERO } from '../numbers/decimal';

// The least interval that holds the result for any values in the intervals of its operands. An end
// that an operand leaves out, or that is reached only at no end, is left out of the result.

type End = { readonly at: Rational | null; readonly isOut: boolean };

const lowOf = ({ low, isLowOut }: Interval): End => ({ at: low, isOut: Boolean(isLowOut) });
const highOf = ({ high, isHighOut }: Interval): End => ({ at: high, isOut: Boolean(isHighOut) });

const between = (low: End, high: End): Interval => ({
  low: low.at,
  high: high.at,
  ...(low.isOut && { isLowOut: true }),
  ...(high.isOut && { isHighOut: true }),
});

export const negated = (of: Interval): Interval => {
  const turned = ({ at, isOut }: End): End => ({ at: at && negate(at), isOut });
  return between(turned(highOf(of)), turned(lowOf(of)));
};

export function sumOf(one: Interval, other: Interval): Interval {
  const plus = (a: End, b: End): End => ({
    at: a.at && b.at && add(a.at, b.at),
    isOut: a.isOut || b.isOut,
  });
  return between(plus(lowOf(one), lowOf(other)), plus(highOf(one), highOf(other)));
}

/** @param by  above zero */
export function scaled(of: Interval, by: Rational): Interval {
  const times = ({ at, isOut }: End): End => ({ at: at && multiply(at, by), isOut });
  return between(times(lowOf(of)), times(highOf(of)));
}

/** Whether zero is among the values, or at an end of them. */
export const mayBeZero = ({ low, high }: Interval): boolean =>
  (low === null || low.numerator <= 0n) && (high === null || high.numerator >= 0n);

/** one ÷ by. Null if `by` may be zero. */
export function quotientOf(one: Interval, by: Interval): Interval | null {
  if (mayBeZero(by)) return null;
  if (by.high && by.high.numerator < 0n) return quotientOf(negated(one), negated(by));
  const [least, most] = [lowOf(by), highOf(by)];
  // A low end above zero is least when it is divided by the most; below zero, by the least.
  const isAboveZero = (end: End) => end.at !== null && compare(end.at, ZERO) >= 0;
  const [low, high] = [lowOf(one), highOf(one)];
  return between(
    quotientEnd(low, isAboveZero(low) ? most : least),
    quotientEnd(high, isAboveZero(high) ? least : most),
  );
}

function quotientEnd(end: End, by: End): End {
  if (end.at === null) return { at: null, isOut: false };
  if (end.at.numerator === 0n) return { at: ZERO, isOut: end.isOut };
  // Divided by more and more it comes as near to zero as one likes.
  if (by.at === null) return { at: ZERO, isOut: true };
  return { at: divide(end.at, by.at), isOut: end.isOut || by.isOut };
}
