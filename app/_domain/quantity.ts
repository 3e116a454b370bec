import { parseDecimal, toDecimalText } from './decimal';
import { findUnit, toBase } from './unit';

/** How firmly a figure is meant, in the order a form offers them. */
export const QUALIFIERS = [
  'exact',
  'about',
  'nearly',
  'justOver',
  'over',
  'atLeast',
  'under',
  'atMost',
  'upTo',
  'between',
  'order',
] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** The published words for qualifiers, in the CSV report and in what `extract` prints. */
export const QUALIFIER_WORDS: Record<Qualifier, string> = {
  exact: 'exact',
  about: 'about',
  nearly: 'nearly',
  justOver: 'just-over',
  over: 'over',
  atLeast: 'at-least',
  under: 'under',
  atMost: 'at-most',
  upTo: 'up-to',
  between: 'between',
  order: 'order',
};

/** What sort of number it is. */
export const STATISTICS = [
  'count',
  'total',
  'mean',
  'median',
  'rate',
  'change',
  'percent',
  'points',
  'ratio',
  'rank',
] as const;
export type Statistic = (typeof STATISTICS)[number];

/** Whether the figure stands as it is, is bounded, or tells of a rise or a fall. */
export const CHANGES = ['equal', 'about', 'over', 'under', 'up', 'down'] as const;
export type Change = (typeof CHANGES)[number];

/** The published signs for changes. */
export const CHANGE_SIGNS: Record<Change, string> = {
  equal: '=',
  about: '~',
  over: '>',
  under: '<',
  up: 'up',
  down: 'down',
};

/** A figure as somebody wrote it, with what the words around it say it means. */
export type Figure = {
  /** The exact words, qualifier and unit included: 'around 400 yards'. */
  readonly surface: string;
  readonly qualifier: Qualifier;
  /** Exact decimal text in `unit`, e.g. '4500'; null when only a range or an order was written. */
  readonly value: string | null;
  /** The ends of a range, or of the power of ten that 'thousands' names; null otherwise. */
  readonly low: string | null;
  readonly high: string | null;
  /** One unit in the last place that was written: '1' for 4,500; '100000' for 2.5 million. */
  readonly lastDigit: string | null;
  readonly significantDigits: number | null;
  /** UCUM for physical units, ISO 4217 for money, '{troop}' for things counted; null for a bare number. */
  readonly unit: string | null;
  /** Singular English name; of things counted, with the words that narrow it ('first-team player'). */
  readonly unitName: string | null;
  /** What is counted or measured, in words: 'North Korean troops killed'. */
  readonly measure: string | null;
  readonly dimension: string | null;
  readonly statistic: Statistic | null;
  readonly change: Change;
  /** What the words allow, in `baseUnit`: see `baseInterval` in interval.ts. A null end is open. */
  readonly baseLow: string | null;
  readonly baseHigh: string | null;
  readonly baseUnit: string | null;
};

<<<<<<< HEAD
=======
/** How far words stretch. Shares are decimal text: '0.1' is a tenth of the figure. */
export type IntervalPolicy = {
  readonly aboutShare: string;
  readonly nearlyShare: string;
  readonly justOverShare: string;
  /** What an order means, by the lower end it is written with: '12' is dozens. */
  readonly orders: Readonly<Record<string, readonly [low: string, high: string]>>;
};

/** The desk's defaults, see DECISIONS.md, 19. An order not listed is [2 × low, high − 1]. */
export const DEFAULT_INTERVAL_POLICY: IntervalPolicy = {
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

type Interval = { readonly low: Rational | null; readonly high: Rational | null };

/**
 * The values that a figure's words allow, converted exactly to the base unit of its dimension.
 *
 * An unhedged figure is meant as written: ± half a unit of its last written digit, so 4,500 is
 * 4,499.5 to 4,500.5 and 2.5 million is ± 50,000. About: ± a tenth, or that half unit when it is
 * more. Nearly: from 0.9 n to n. Just over: from n to 1.1 n. Over, at least: n and more. Under, at
 * most, up to: n and less, from 0 for what cannot be negative (all but temperatures and money).
 * A range is its two ends. Dozens are 24 to 99; other orders [2 × low, high − 1].
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
  if (!unit) return null;
  const interval =
    figure.value === null ? writtenRange(figure, policy) : around(figure, unit, policy);
  if (!interval) return null;
  return {
    baseLow: inBase(interval.low, unit),
    baseHigh: inBase(interval.high, unit),
    baseUnit: unit.baseUnit,
  };
}

const inBase = (end: Rational | null, unit: Unit): string | null =>
  end && toDecimalText(toBase(end, unit));

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
  low && high ? between(low, high) : { low, high };

const between = (a: Rational, b: Rational): Interval =>
  compare(a, b) > 0 ? { low: b, high: a } : { low: a, high: b };

function around(figure: IntervalParts, unit: Unit, policy: IntervalPolicy): Interval | null {
  const value = parseDecimal(figure.value ?? '');
  if (!value) return null;
  const halfDigit = multiply(parseDecimal(figure.lastDigit ?? '') ?? ONE, HALF);
  switch (figure.qualifier) {
    case 'exact':
    case 'between':
    case 'order':
      return spread(value, halfDigit);
    case 'about':
      return spread(value, larger(halfDigit, absolute(shareOf(value, policy.aboutShare))));
    case 'nearly':
      return between(value, subtract(value, shareOf(value, policy.nearlyShare)));
    case 'justOver':
      return between(value, add(value, shareOf(value, policy.justOverShare)));
    case 'over':
    case 'atLeast':
      return { low: value, high: null };
    case 'under':
    case 'atMost':
    case 'upTo':
      return { low: mayBeNegative(unit, value) ? null : rational(0n), high: value };
  }
}

const HALF = rational(1n, 2n);

const shareOf = (value: Rational, share: string): Rational =>
  multiply(value, parseDecimal(share) ?? ONE);

const spread = (value: Rational, by: Rational): Interval => ({
  low: add(value, negate(by)),
  high: add(value, by),
});

const mayBeNegative = (unit: Unit, value: Rational): boolean =>
  unit.dimension === 'temperature' || unit.dimension.startsWith('money') || value.numerator < 0n;

>>>>>>> 7b61f91052c73133dd8ebe20dedf4c899e36f15e
/** A figure's value in the base unit of its dimension; null for a range or an unknown unit. */
export function toBaseValue({ value, unit }: Pick<Figure, 'value' | 'unit'>): string | null {
  // A count is its own base value; a report has tens of thousands of them.
  if (value === null || unit === null || unit.startsWith('{')) return value;
  const number = parseDecimal(value);
  const known = findUnit(unit);
  return number && known && toDecimalText(toBase(number, known));
}
