import { absolute, compare, divide, type Rational, subtract } from '../numbers/decimal';
import { isUnhedged } from './agreement';
import { isPoint, type Side } from './side';

/** How far two values are apart; `difference` in the source's unit. */
export type Gap = {
  readonly direction: 'below' | 'above' | null;
  readonly ratio: Rational | null;
  readonly share: Rational | null;
  readonly difference: Rational | null;
  readonly isAtLeast: boolean;
};

/** If the intervals of two figures meet, their distance means nothing. */
export const WITHOUT_NUMBERS = {
  ratio: null,
  share: null,
  difference: null,
  isAtLeast: false,
} as const;

/** How far the article's figure is from the source's, by the values as they are written. */
export function toGap(a: Side, s: Side): Gap {
  const direction = directionOf(a, s);
  const isBelow = direction === 'below';
  const nearest = ({ value, allowed }: Side, isLower: boolean) =>
    value ?? (isLower ? allowed.high : allowed.low) ?? allowed.low ?? allowed.high;
  const signed = (side: Side, value: Rational | null) =>
    value && isOpposite(a, s) && side.direction === 'down'
      ? { ...value, numerator: -value.numerator }
      : value;
  const own = signed(a, nearest(a, isBelow));
  const other = signed(s, nearest(s, !isBelow));
  if (!own || !other) return { ...WITHOUT_NUMBERS, direction };
  const apart = subtract(own, other);
  // Degrees have no zero that a share could be taken of.
  const isScale = s.unit.offset.numerator === 0n && other.numerator !== 0n;
  return {
    direction,
    ratio: isScale ? divide(own, other) : null,
    share: isScale ? divide(apart, absolute(other)) : null,
    difference: divide(apart, s.unit.factor),
    isAtLeast: isOpenTowards(a, isBelow) || isOpenTowards(s, !isBelow),
  };
}

/** Whether one figure is a rise and the other a fall. */
export const isOpposite = (a: Side, s: Side): boolean =>
  a.direction !== null && s.direction !== null && a.direction !== s.direction;

/** Whether a side may well lie further away from the other than its value. */
function isOpenTowards({ figure, allowed }: Side, isDownwards: boolean): boolean {
  if (figure.value === null) return true;
  const isUpper = ['under', 'atMost', 'upTo'].includes(figure.qualifier);
  return isDownwards ? isUpper : allowed.high === null;
}

function directionOf(a: Side, s: Side): 'below' | 'above' | null {
  if (isOpposite(a, s)) return a.direction === 'down' ? 'below' : 'above';
  if (a.value && s.value && isPoint(a.figure) && isPoint(s.figure)) {
    const by = compare(a.value, s.value);
    return by === 0 ? null : by < 0 ? 'below' : 'above';
  }
  const [low, high] = [order(a, s, 'low'), order(a, s, 'high')];
  const by = low || high;
  return by === 0 ? null : by < 0 ? 'below' : 'above';
}

function order(a: Side, s: Side, end: 'low' | 'high'): number {
  const reach = (side: Side) => (isUnhedged(side) ? side.stated : side.allowed);
  const [one, other] = [reach(a)[end], reach(s)[end]];
  const outwards = end === 'low' ? -1 : 1;
  if (one === null || other === null) {
    if (one === other) return 0;
    return one === null ? outwards : -outwards;
  }
  const by = compare(one, other);
  if (by !== 0) return by;
  const key = end === 'low' ? 'isLowOut' : 'isHighOut';
  const [isOut, isOtherOut] = [reach(a)[key] ?? false, reach(s)[key] ?? false];
  return isOut === isOtherOut ? 0 : isOut ? -outwards : outwards;
}
