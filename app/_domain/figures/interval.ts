import {
  absolute,
  add,
  compare,
  larger,
  multiply,
  negate,
  ONE,
  parseDecimal,
  type Rational,
  rational,
  smaller,
  subtract,
  toDecimalText,
  ZERO,
} from '../numbers/decimal';
import { isWholeNumber } from '../numbers/number-text';
import { findUnit, toBase, type Unit } from '../units/unit';
import type { Figure } from './figure';
import { isOfPeople } from './measure';

/** How far words stretch. Shares are decimal text: '0.1' is a tenth of the figure. */
export type IntervalPolicy = {
  /** The most that a figure without a hedge may stretch: never further than its last digit says. */
  readonly exactShare: string;
  /** A whole number of people below this is exact. Decimal text. */
  readonly exactPeopleBelow: string;
  readonly aboutShare: string;
  readonly nearlyShare: string;
  readonly justOverShare: string;
  /** What an order means, by the lower end it is written with: '12' is dozens. */
  readonly orders: Readonly<Record<string, readonly [low: string, high: string]>>;
};

/** The desk's defaults, see decisions 19 and 110. An order not listed is [2 × low, high − 1]. */
export const DEFAULT_INTERVAL_POLICY: IntervalPolicy = {
  exactShare: '0.05',
  exactPeopleBelow: '10',
  aboutShare: '0.1',
  nearlyShare: '0.1',
  justOverShare: '0.1',
  orders: { '12': ['24', '99'] },
};

export type IntervalParts = Pick<
  Figure,
  'qualifier' | 'value' | 'low' | 'high' | 'lastDigit' | 'unit'
>;

export type BaseInterval = {
  /** Decimal text in `baseUnit`; null when the interval is open on that side. */
  readonly baseLow: string | null;
  readonly baseHigh: string | null;
  readonly baseUnit: string;
};

/** The numbers between two ends. An end that is null is endless. */
export type Interval = {
  readonly low: Rational | null;
  readonly high: Rational | null;
  /** Whether the end itself is left out: 600 is not "nearly 600". */
  readonly isLowOut?: boolean;
  readonly isHighOut?: boolean;
};

/**
 * The values that a figure's words allow, converted exactly to the base unit of its dimension.
 *
 * @param figure  value, low and high as decimal text in `unit`; unit null is a bare number
 * @param policy  how far the words stretch; the desk may set its own
 * @returns the interval, or null when there is no number in it or the unit is not known. The text
 *   is exact wherever the decimal is finite; see toDecimalText.
 */
export function baseInterval(
  figure: IntervalParts,
  policy: IntervalPolicy = DEFAULT_INTERVAL_POLICY,
): BaseInterval | null {
  const unit = findUnit(figure.unit ?? '1');
  const interval = unit && allowedInterval(figure, unit, policy);
  if (!interval) return null;
  return {
    baseLow: inBase(interval.low, unit),
    baseHigh: inBase(interval.high, unit),
    baseUnit: unit.baseUnit,
  };
}

const inBase = (end: Rational | null, unit: Unit): string | null =>
  end && toDecimalText(toBase(end, unit));

/**
 * The values that a figure's words allow, in the figure's own unit.
 *
 * An unhedged figure is meant as written: ± half a unit of its last written digit, and never more
 * than a twentieth of itself, so 4,500 is 4,499.5 to 4,500.5, 2.5 million is ± 50,000 and 1 km is
 * 0.95 to 1.05 km. Fewer than ten people are exact. About: ± a tenth. Nearly: from 0.9 n up to but not n. Just over: from but not n to 1.1 n. Over, at least: n
 * and more. Under, at most, up to: n and less, from 0 for what cannot be negative (all but
 * temperatures and money). A range is its two ends, and so is a tolerance: 5.2 ± 0.3 is 4.9 to 5.5. Dozens are 24 to 99; other orders
 * [2 × low, high − 1].
 *
 * @returns null when there is no number in the figure
 */
export function allowedInterval(
  figure: IntervalParts,
  unit: Unit,
  policy: IntervalPolicy = DEFAULT_INTERVAL_POLICY,
): Interval | null {
  const isTolerant = figure.low !== null || figure.high !== null;
  return figure.value === null || isTolerant
    ? writtenRange(figure, policy)
    : around(figure, unit, policy);
}

/** Half a unit of the last written digit, in the figure's own unit: 0.5 for 4,500. */
export const halfDigit = ({ lastDigit }: Pick<Figure, 'lastDigit'>): Rational =>
  multiply(parseDecimal(lastDigit ?? '') ?? ONE, HALF);

const HALF = rational(1n, 2n);

function writtenRange(figure: IntervalParts, policy: IntervalPolicy): Interval | null {
  const low = figure.low === null ? null : parseDecimal(figure.low);
  const high = figure.high === null ? null : parseDecimal(figure.high);
  if (!low && !high) return null;
  if (figure.qualifier !== 'order') return inOrder(low, high);
  const [orderLow, orderHigh] = policy.orders[figure.low ?? ''] ?? [];
  return {
    low: orderLow ? parseDecimal(orderLow) : low && multiply(low, rational(2n)),
    high: orderHigh ? parseDecimal(orderHigh) : high && subtract(high, ONE),
  };
}

/** 'From 20 down to 10' is written high end first. */
const inOrder = (low: Rational | null, high: Rational | null): Interval =>
  low && high && compare(low, high) > 0 ? { low: high, high: low } : { low, high };

function around(figure: IntervalParts, unit: Unit, policy: IntervalPolicy): Interval | null {
  const value = parseDecimal(figure.value ?? '');
  if (!value) return null;
  switch (figure.qualifier) {
    case 'exact':
    case 'between':
    case 'order':
      return spread(value, slackOf(figure, value, policy));
    case 'about':
      return spread(
        value,
        larger(slackOf(figure, value, policy), absolute(shareOf(value, policy.aboutShare))),
      );
    case 'nearly':
      return besides(value, subtract(value, shareOf(value, policy.nearlyShare)));
    case 'justOver':
      return besides(value, add(value, shareOf(value, policy.justOverShare)));
    case 'over':
    case 'atLeast':
      return { low: value, high: null };
    case 'under':
    case 'atMost':
    case 'upTo':
      return { low: mayBeNegative(unit, value) ? null : rational(0n), high: value };
  }
}

/** How far a figure without a hedge may be from its value. */
function slackOf(figure: IntervalParts, value: Rational, policy: IntervalPolicy): Rational {
  const people = parseDecimal(policy.exactPeopleBelow) ?? ZERO;
  const isFew = isWholeNumber(value) && compare(absolute(value), people) < 0;
  if (isFew && isOfPeople(figure.unit)) return ZERO;
  return smaller(halfDigit(figure), absolute(shareOf(value, policy.exactShare)));
}

const shareOf = (value: Rational, share: string): Rational =>
  multiply(value, parseDecimal(share) ?? ONE);

const spread = (value: Rational, by: Rational): Interval => ({
  low: add(value, negate(by)),
  high: add(value, by),
});

/** From the value, which is itself left out, to another end on either side of it. */
const besides = (value: Rational, end: Rational): Interval =>
  compare(value, end) > 0
    ? { low: end, high: value, isHighOut: true }
    : { low: value, high: end, isLowOut: true };

const mayBeNegative = (unit: Unit, value: Rational): boolean =>
  unit.dimension === 'temperature' || unit.dimension.startsWith('money') || value.numerator < 0n;
