import { type Side, toSide } from '../comparison/side';
import type { ComparedFigure } from '../figures/figure';
import type { Interval, IntervalPolicy } from '../figures/interval';
import { isOfPeople } from '../figures/measure';
import {
  absolute,
  add,
  divide,
  multiply,
  negate,
  ONE,
  powerOfTen,
  type Rational,
  rational,
  subtract,
  toDecimalText,
} from '../numbers/decimal';
import { accept, type Result, refuse } from '../result';
import { findUnit, fromBase, NUMBER, type Unit } from '../units/unit';
import { mayBeZero, negated, quotientOf, scaled, sumOf } from './interval-arithmetic';
import { MOST_OPERANDS, type Operation, takesMany } from './operation';
import { resultInWords, workingInWords } from './working';

/** A figure worked out from others. */
export type Derived = {
  /** As it is compared with a figure of a claim. */
  readonly figure: ComparedFigure;
  /** The sum as it stands on paper: '(31.9 − 48.2) ÷ 48.2 = −33.8%'. */
  readonly working: string;
  /** In the unit of the figure, with its sign; null where an operand is a range or a bound. */
  readonly value: Rational | null;
  readonly interval: Interval;
};

export type DeriveRefusal =
  | { readonly kind: 'twoFigures' | 'twoOrMore' | 'tooMany' | 'sameTwice' | 'noNumber' }
  | { readonly kind: 'differentUnits'; readonly words: readonly [string, string] }
  | { readonly kind: 'notPercentages' | 'noZero' | 'notPeople' | 'mayBeZero' };

const REFUSALS: ReadonlySet<string> = new Set<DeriveRefusal['kind']>([
  'twoFigures',
  'twoOrMore',
  'tooMany',
  'sameTwice',
  'noNumber',
  'differentUnits',
  'notPercentages',
  'noZero',
  'notPeople',
  'mayBeZero',
]);

/** Whether a refusal is about the calculation, and not about the claim. */
export const isDeriveRefusal = (refusal: { readonly kind: string }): refusal is DeriveRefusal =>
  REFUSALS.has(refusal.kind);

/** What to do, for whoever chose the figures. */
export function refusalInWords(refusal: DeriveRefusal): string {
  switch (refusal.kind) {
    case 'twoFigures':
      return 'This calculation takes two figures: choose a first and a second';
    case 'twoOrMore':
      return 'Choose at least two figures';
    case 'tooMany':
      return `Choose at most ${MOST_OPERANDS} figures`;
    case 'sameTwice':
      return 'Choose each figure once';
    case 'noNumber':
      return 'One of the figures has no number, or a unit that the desk does not know: correct the figure first';
    case 'differentUnits':
      return `“${refusal.words[0]}” and “${refusal.words[1]}” have different units: choose figures of the same kind of unit`;
    case 'notPercentages':
      return 'A change in percentage points takes two percentages: choose a change in per cent for other figures';
    case 'noZero':
      return 'Degrees of temperature have no zero to divide by: choose a difference';
    case 'notPeople':
      return 'A rate is per people or things that are counted: choose a count as the second figure';
    case 'mayBeZero':
      return 'The figure to divide by may be zero: choose another one';
  }
}

/**
 * Works out a figure from two or more figures: exactly, with the interval that their words allow. Every
 * value that the operands may have gives a result in that interval.
 *
 * @param operands  in the order that the operation names them
 */
export function derive(
  operation: Operation,
  operands: readonly ComparedFigure[],
  policy?: IntervalPolicy,
): Result<Derived, DeriveRefusal> {
  const isMany = takesMany(operation);
  if (isMany && operands.length < 2) return refuse({ kind: 'twoOrMore' });
  if (!isMany && operands.length !== 2) return refuse({ kind: 'twoFigures' });
  if (operands.length > MOST_OPERANDS) return refuse({ kind: 'tooMany' });
  if (new Set(operands).size < operands.length) return refuse({ kind: 'sameTwice' });
  const sides = operands.flatMap((each) => toSide(each, policy) ?? []);
  const [first, second, ...more] = sides;
  if (!first || !second || sides.length < operands.length) return refuse({ kind: 'noNumber' });
  const terms = [first, second, ...more] as const;
  const refusal = refuseUnits(operation, terms);
  if (refusal) return refuse(refusal);
  const parts = terms.map((side) => toPart(side, isRate(operation) ? side.unit : first.unit));
  const worked = workOut(operation, parts);
  if (!worked) return refuse({ kind: 'mayBeZero' });
  const unit = unitOf(operation, first.unit, second.unit);
  if (!unit) return refuse({ kind: 'noNumber' });
  return accept(toDerived(operation, terms, unit, worked));
}

type Terms = readonly [Side, Side, ...Side[]];

/** A value and its interval, in one unit for all but rates. */
type Part = { readonly value: Rational | null; readonly interval: Interval };

const isRate = (operation: Operation) => operation === 'perHead' || operation === 'per100000';
const isDivision = (operation: Operation) =>
  isRate(operation) || /^(?:changePercent|ratio|share)$/.test(operation);

function refuseUnits(operation: Operation, terms: Terms): DeriveRefusal | null {
  const [first, second] = terms;
  const hasOffset = terms.some(({ unit }) => unit.offset.numerator !== 0n);
  if (hasOffset && (isDivision(operation) || operation === 'sum')) return { kind: 'noZero' };
  if (isRate(operation)) {
    return dimensionOf(second) === 'count' ? null : { kind: 'notPeople' };
  }
  const other = terms.find((each) => dimensionOf(each) !== dimensionOf(first));
  if (other) {
    return { kind: 'differentUnits', words: [first.figure.surface, other.figure.surface] };
  }
  const isPercentage = first.unit.dimension === 'proportion';
  return operation === 'changePoints' && !isPercentage ? { kind: 'notPercentages' } : null;
}

/** A number without a unit may be a count. */
const dimensionOf = ({ unit: { dimension } }: Side) =>
  dimension === 'number' ? 'count' : dimension;

/** A rise or a fall counts with its sign. */
function toPart({ value, allowed, direction, figure }: Side, unit: Unit): Part {
  const end = (at: Rational | null) => at && fromBase(at, unit);
  const interval = { ...allowed, low: end(allowed.low), high: end(allowed.high) };
  const isPlain = figure.value !== null && POINTS.has(figure.qualifier);
  const own = isPlain ? end(value) : null;
  return direction === 'down'
    ? { value: own && negate(own), interval: negated(interval) }
    : { value: own, interval };
}

const HUNDRED = rational(100n);
const POINTS: ReadonlySet<string> = new Set(['exact', 'about', 'between', 'order']);

/** Null where something would be divided by what may be zero. */
function workOut(operation: Operation, parts: readonly Part[]): Part | null {
  const [first, second] = parts;
  if (!first || !second) return null;
  switch (operation) {
    case 'difference':
    case 'changePoints':
      return minus(second, first);
    case 'changePercent': {
      // (b − a) ÷ a is b ÷ a − 1, where each figure stands once: its interval is no wider than need be.
      const isPositive = first.interval.low !== null && first.interval.low.numerator > 0n;
      const times = isPositive ? over(second, first, ONE) : null;
      return times && scale(minus(times, exactly(ONE)), HUNDRED);
    }
    case 'ratio':
    case 'perHead':
      return over(first, second, ONE);
    case 'share':
      return over(first, second, HUNDRED);
    case 'per100000':
      return over(first, second, powerOfTen(5));
    case 'sum':
      return parts.reduce(plus);
    case 'mean':
      return scale(parts.reduce(plus), divide(ONE, rational(BigInt(parts.length))));
  }
}

const exactly = (value: Rational): Part => ({ value, interval: { low: value, high: value } });

const plus = (a: Part, b: Part): Part => ({
  value: a.value && b.value && add(a.value, b.value),
  interval: sumOf(a.interval, b.interval),
});

const minus = (a: Part, b: Part): Part => ({
  value: a.value && b.value && subtract(a.value, b.value),
  interval: sumOf(a.interval, negated(b.interval)),
});

const scale = ({ value, interval }: Part, by: Rational): Part => ({
  value: value && multiply(value, by),
  interval: scaled(interval, by),
});

function over(a: Part, b: Part, times: Rational): Part | null {
  if (mayBeZero(b.interval)) return null;
  const interval = quotientOf(a.interval, b.interval);
  const value = a.value && b.value && divide(a.value, b.value);
  return interval && scale({ value, interval }, times);
}

function unitOf(operation: Operation, first: Unit, second: Unit): Unit | null {
  switch (operation) {
    case 'changePercent':
    case 'share':
      return findUnit('%');
    case 'changePoints':
      return findUnit('[pp]');
    case 'ratio':
      return NUMBER;
    case 'perHead':
      return findUnit(`${first.code}/${toHead(second)}`);
    default:
      return first;
  }
}

/** People are counted under many names; a rate is per person. */
const toHead = ({ code }: Unit): string => (code === '1' || isOfPeople(code) ? '{person}' : code);

function toDerived(operation: Operation, terms: Terms, unit: Unit, worked: Part): Derived {
  const direction = isChange(operation) ? directionOf(worked) : null;
  const sized =
    direction === 'down'
      ? { value: worked.value && absolute(worked.value), interval: negated(worked.interval) }
      : worked;
  const figures = terms.map(({ figure }) => figure);
  const isHedged = figures.some(({ qualifier }) => qualifier !== 'exact');
  const words = resultInWords(operation, terms, unit, sized);
  const text = (end: Rational | null) => end && toDecimalText(end);
  const ends = { low: text(sized.interval.low), high: text(sized.interval.high) };
  const { isLowOut, isHighOut } = sized.interval;
  return {
    value: worked.value,
    interval: worked.interval,
    working: workingInWords(operation, terms, unit, worked),
    figure: {
      surface: words.text,
      qualifier: sized.value === null ? 'between' : isHedged ? 'about' : 'exact',
      value: text(sized.value),
      low: sized.value === null ? ends.low : null,
      high: sized.value === null ? ends.high : null,
      lastDigit: toDecimalText(words.place),
      significantDigits: null,
      unit: unit.code,
      unitName: unit.name,
      measure: null,
      dimension: unit.dimension,
      statistic: isChange(operation) ? (operation === 'changePoints' ? 'points' : 'change') : null,
      change: direction ?? 'equal',
      baseLow: null,
      baseHigh: null,
      baseUnit: null,
      asOf: latestOf(figures),
      cumulative: false,
      scope: null,
      basis: null,
      partOf: null,
      workedOut: { ...ends, ...(isLowOut && { isLowOut }), ...(isHighOut && { isHighOut }) },
    },
  };
}

const isChange = (operation: Operation) =>
  operation === 'changePercent' || operation === 'changePoints' || operation === 'difference';

function directionOf({ value, interval: { low, high } }: Part): 'up' | 'down' | null {
  if (value) return value.numerator === 0n ? null : value.numerator < 0n ? 'down' : 'up';
  if (low && low.numerator >= 0n) return 'up';
  return high && high.numerator <= 0n ? 'down' : null;
}

/** It is of the day by which all its figures were known. */
const latestOf = (figures: readonly ComparedFigure[]): string | null => {
  const days = figures.map(({ asOf }) => asOf);
  return days.every((day) => day !== null) ? (days.toSorted().at(-1) ?? null) : null;
};
