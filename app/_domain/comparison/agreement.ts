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

/**
 * Whether one figure is what the other may stand for: by the values and the intervals that the
 * number line draws, and by nothing else.
 */
export function agree(a: Side, s: Side): Agreement {
  if (a.direction && s.direction && a.direction !== s.direction) return { kind: 'apart' };
  const [isPlainA, isPlainS] = [isUnhedged(a), isUnhedged(s)];
  if (isPlainA && isPlainS && isSame(a.stated, s.stated)) return { kind: 'match' };
  if (!isPlainA && !isPlainS && isSame(a.allowed, s.allowed)) return { kind: 'match' };
  if (!isPlainA && isInside(s.stated, a.allowed)) return { kind: 'within', wide: 'article' };
  if (!isPlainS && isInside(a.stated, s.allowed)) return { kind: 'within', wide: 'source' };
  if (isPoint(a.figure) && isPoint(s.figure) && isRounded(a, s)) return { kind: 'roundsTo' };
  return { kind: isMeeting(a, s) ? 'inPart' : 'apart' };
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

/**
 * Whether two intervals meet. An end that one of them leaves out counts: 600 is just short of "nearly
 * 600". The end that half a digit makes does not: 4,500.5 belongs to 4,501 as well.
 */
const isMeeting = (a: Side, s: Side): boolean => isReaching(a, s) && isReaching(s, a);

function isReaching(lower: Side, upper: Side): boolean {
  const [high, low] = [lower.allowed.high, upper.allowed.low];
  if (!high || !low) return true;
  const by = compare(high, low);
  return by > 0 || (by === 0 && ![lower, upper].some(hasSlack));
}

const hasSlack = (side: Side): boolean => isUnhedged(side) && !isSame(side.stated, side.allowed);
