import type { Interval } from '../figures/interval';
import { compare, type Rational } from '../numbers/decimal';
import { isPoint, type Side } from './side';

/**
 * How the intervals of two figures meet. For `within`, `wide` is the figure with the interval that
 * contains the other.
 */
export type Agreement =
  | { readonly kind: 'match' | 'roundsTo' | 'inPart' | 'apart' }
  | { readonly kind: 'within'; readonly wide: 'article' | 'source' };

/** Whether one figure is what the other may stand for, by its digits or by its words. */
export function agree(a: Side, s: Side): Agreement {
  if (a.direction && s.direction && a.direction !== s.direction) return { kind: 'apart' };
  const [isPlainA, isPlainS] = [isUnhedged(a), isUnhedged(s)];
  if (isPlainA && isPlainS) {
    if (isSame(a.stated, s.stated)) return { kind: 'match' };
    return { kind: isRounded(a, s) ? 'roundsTo' : 'apart' };
  }
  if (!isPlainA && !isPlainS && isSame(a.allowed, s.allowed)) return { kind: 'match' };
  // A figure without "about" may be rounded, but does not inherit the other side's "about".
  if (!isPlainA && isInside(s.stated, a.allowed)) return { kind: 'within', wide: 'article' };
  if (!isPlainS && isInside(a.stated, s.allowed)) return { kind: 'within', wide: 'source' };
  if (isPoint(a.figure) && isPoint(s.figure) && isRounded(a, s)) return { kind: 'roundsTo' };
  const reach = (side: Side) => (isUnhedged(side) ? side.stated : side.allowed);
  return { kind: isMeeting(reach(a), reach(s)) ? 'inPart' : 'apart' };
}

/** A figure meant as it is written, to its last digit. */
export const isUnhedged = ({ figure }: Side) =>
  figure.value !== null && figure.qualifier === 'exact';

/** Whether the value of the one is what the unhedged other, with its last digit, may stand for. */
const isRounded = (a: Side, s: Side): boolean =>
  (isUnhedged(a) && isInside(s.stated, a.allowed)) ||
  (isUnhedged(s) && isInside(a.stated, s.allowed));

const sameEnd = (a: Rational | null, b: Rational | null): boolean =>
  a === null || b === null ? a === b : compare(a, b) === 0;

const isSame = (a: Interval, b: Interval): boolean =>
  sameEnd(a.low, b.low) &&
  sameEnd(a.high, b.high) &&
  Boolean(a.isLowOut) === Boolean(b.isLowOut) &&
  Boolean(a.isHighOut) === Boolean(b.isHighOut);

/** Whether an end is no further out than another one; `outwards` is 1 for high ends, -1 for low. */
function isEndInside(
  end: Rational | null,
  isOut: boolean,
  within: Rational | null,
  isWithinOut: boolean,
  outwards: 1 | -1,
): boolean {
  if (within === null) return true;
  if (end === null) return false;
  const beyond = compare(end, within) * outwards;
  return beyond < 0 || (beyond === 0 && (isOut || !isWithinOut));
}

const isInside = (inner: Interval, outer: Interval): boolean =>
  isEndInside(inner.low, Boolean(inner.isLowOut), outer.low, Boolean(outer.isLowOut), -1) &&
  isEndInside(inner.high, Boolean(inner.isHighOut), outer.high, Boolean(outer.isHighOut), 1);

/** Whether two intervals meet, be it only at an end that one of them leaves out. */
const isMeeting = (a: Interval, b: Interval): boolean =>
  !(a.high && b.low && compare(a.high, b.low) < 0) &&
  !(b.high && a.low && compare(b.high, a.low) < 0);
