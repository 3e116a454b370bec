import type { ComparedFigure, Figure } from '../figures/figure';
import {
  allowedInterval,
  halfDigit,
  type Interval,
  type IntervalPolicy,
} from '../figures/interval';
import { type Way, wayOfChange } from '../figures/way';
import {
  absolute,
  multiply,
  parseDecimal,
  type Rational,
  rational,
  toDecimalText,
  ZERO,
} from '../numbers/decimal';
import { findUnit, toBase, type Unit } from '../units/unit';

/** One side of a comparison, made exact. All but `number` is in the base unit of the dimension. */
export type Side = {
  readonly figure: ComparedFigure;
  /** For a change of temperature: without the offset of its scale. */
  readonly unit: Unit;
  /** The value in `unit`, as written; null for a range or an order. For a change: its size. */
  readonly number: Rational | null;
  readonly value: Rational | null;
  /**
   * The interval that the words allow, and the interval that they state: for an unhedged or "about"
   * figure the value alone.
   */
  readonly allowed: Interval;
  readonly stated: Interval;
  /** Half a unit of the last written digit. */
  readonly half: Rational;
  /** For a figure that is a rise or a fall. */
  readonly direction: Way | null;
};

const HUNDRED = rational(100n);

/** A figure as a comparison takes it; null when there is no number in it or no unit is known. */
export function toSide(written: ComparedFigure, policy?: IntervalPolicy): Side | null {
  const figure = toPercentage(written);
  const found = findUnit(figure.unit ?? '1');
  if (!found) return null;
  const isChange = figure.statistic === 'change' || figure.statistic === 'points';
  const unit = figure.statistic === 'change' ? { ...found, offset: ZERO } : found;
  const signed = figure.value === null ? null : parseDecimal(figure.value);
  const direction = isChange ? directionOf(figure, signed) : null;
  const number = signed && direction ? absolute(signed) : signed;
  const sized = direction && number ? sizeOf(figure) : figure;
  const interval = workedOut(figure) ?? allowedInterval(sized, unit, policy);
  if (!interval) return null;
  const allowed = inBase(interval, unit);
  const value = number && toBase(number, unit);
  return {
    figure: written,
    unit,
    number,
    value,
    allowed,
    stated: isPoint(figure) && value ? { low: value, high: value } : allowed,
    half: multiply(halfDigit(figure), unit.factor),
    direction,
  };
}

/** The interval of a figure that was worked out from others; it is that of its size already. */
function workedOut({ workedOut: of }: ComparedFigure): Interval | null {
  if (!of) return null;
  const end = (text: string | null) => (text === null ? null : parseDecimal(text));
  return { ...of, low: end(of.low), high: end(of.high) };
}

/** Whether a figure names one value, though it may be hedged with "about". */
export const isPoint = ({ qualifier, value }: Figure): boolean =>
  value !== null && ['exact', 'about', 'between', 'order'].includes(qualifier);

/** Whether two can be compared at all: a number without a unit may be a count. */
export function isOneDimension(a: Side, s: Side): boolean {
  const [one, other] = [a, s].map(({ unit }) =>
    unit.dimension === 'number' ? 'count' : unit.dimension,
  );
  return one === other;
}

function directionOf(figure: Figure, value: Rational | null): Way | null {
  const way = wayOfChange(figure);
  if (way) return way;
  return value && value.numerator < 0n ? 'down' : null;
}

/** A fall of −5 ± 1 is one of 5, give or take 1: its ends change places. */
function sizeOf(figure: ComparedFigure): ComparedFigure {
  const isNegative = figure.value?.startsWith('-') ?? false;
  const [low, high] = isNegative ? [figure.high, figure.low] : [figure.low, figure.high];
  return { ...figure, value: unsign(figure.value), low: unsign(low), high: unsign(high) };
}

const unsign = (text: string | null): string | null => text?.replace(/^-/, '') ?? null;

const inBase = ({ low, high, ...ends }: Interval, unit: Unit): Interval => ({
  low: low && toBase(low, unit),
  high: high && toBase(high, unit),
  ...ends,
});

/**
 * 'Half of all children' is 50 %: a share that is counted in things is one of a hundred. So is 'fell by
 * a third'.
 */
function toPercentage(figure: ComparedFigure): ComparedFigure {
  const unit = figure.unit ?? '1';
  const isShare =
    figure.statistic === 'ratio' ||
    (figure.statistic === 'change' && FRACTION.test(figure.surface));
  if (!isShare || (unit !== '1' && !unit.startsWith('{'))) return figure;
  const times = (text: string | null) => {
    const value = text === null ? null : parseDecimal(text);
    return value && toDecimalText(multiply(value, HUNDRED));
  };
  return {
    ...figure,
    value: times(figure.value),
    low: times(figure.low),
    high: times(figure.high),
    lastDigit: times(figure.lastDigit),
    unit: '%',
    unitName: 'percentage',
  };
}

const FRACTION =
  /\b(?:half|(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth)s?)\b|\d\/\d|[¼½¾⅓⅔⅕⅛]/i;
