import { type ComparedFigure, isOneDimension, isPoint, type Side, toSide } from './compared-figure';
import { toSentence } from './comparison-sentence';
import {
  absolute,
  compare,
  divide,
  multiply,
  ONE,
  parseDecimal,
  type Rational,
  rational,
  subtract,
  toDecimalText,
} from './decimal';
import { DEFAULT_INTERVAL_POLICY, type Interval, type IntervalPolicy } from './interval';
import { isGrowing, relateMeasures } from './measure';
import { hedgeDropped, type Slip, slipsApart, slipsBetween } from './slips';

/** How an article's figure stands to a source's, the better the earlier from `match` on. */
export const COMPARISON_RESULTS = [
  'notComparable',
  'differentMeasure',
  'outdated',
  'match',
  'roundsTo',
  'within',
  'understates',
  'overstates',
  'differs',
] as const;
export type ComparisonResult = (typeof COMPARISON_RESULTS)[number];

/** The published words for results, in the CSV reports. */
export const RESULT_WORDS: Record<ComparisonResult, string> = {
  notComparable: 'not-comparable',
  differentMeasure: 'different-measure',
  outdated: 'outdated',
  match: 'match',
  roundsTo: 'rounds-to',
  within: 'within',
  understates: 'understates',
  overstates: 'overstates',
  differs: 'differs',
};

export type ComparisonPolicy = IntervalPolicy & {
  /** From how many times a bound on it is far: "more than 4,000" of 40,000. Decimal text. */
  readonly farTimes: string;
};

/** The desk's defaults, see DECISIONS.md. */
export const DEFAULT_COMPARISON_POLICY: ComparisonPolicy = {
  ...DEFAULT_INTERVAL_POLICY,
  farTimes: '2',
};

/** One figure in the base unit of both; a null end is open. Decimal text. */
export type ComparedInterval = {
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string;
};

/** A comparison, all of it text, so that it can be kept as it was. */
export type Comparison = {
  readonly result: ComparisonResult;
  /** Where the article's figure stands, seen from the source's; null where neither is lower. */
  readonly direction: 'below' | 'above' | null;
  /** Of an outdated comparison: which figure is the older, and overtaken. */
  readonly overtaken: 'article' | 'source' | null;
  /**
   * Article ÷ source, and how far the article is from the source in per cent of the source, with
   * its sign; to 20 digits where no decimal is finite. Both go by the values as they are written,
   * and by the nearer end of a range. Null where they say nothing: of ranges that overlap, of
   * degrees of a temperature, against zero.
   */
  readonly ratio: string | null;
  readonly differencePercent: string | null;
  /** Article − source, in the source's unit (UCUM). */
  readonly difference: { readonly value: string; readonly unit: string } | null;
  /** Whether the difference is at least this, since one of the figures has an open end. */
  readonly isAtLeast: boolean;
  /** Of `within` an open bound: whose bound it is, where the other figure is far from it. */
  readonly far: 'article' | 'source' | null;
  readonly article: ComparedInterval | null;
  readonly source: ComparedInterval | null;
  readonly slips: readonly Slip[];
  /** All of it in one sentence that a reporter can paste. */
  readonly sentence: string;
};

/** How far two values are apart; `difference` in the source's unit. */
export type Gap = {
  readonly direction: 'below' | 'above' | null;
  readonly ratio: Rational | null;
  readonly share: Rational | null;
  readonly difference: Rational | null;
  readonly isAtLeast: boolean;
};

/** What a comparison came to, before it is put into words. */
export type Finding = {
  readonly result: ComparisonResult;
  readonly article: ComparedFigure;
  readonly source: ComparedFigure;
  readonly sides: { readonly article: Side; readonly source: Side } | null;
  readonly gap: Gap | null;
  /** Of `within`: whose words the other's figure is inside of. */
  readonly wide: 'article' | 'source' | null;
  /** Of `within` an open bound that is far: whose it is, and how many times it the other is. */
  readonly far: { readonly bound: 'article' | 'source'; readonly times: Rational } | null;
  readonly overtaken: 'article' | 'source' | null;
  /** Of different measures, what tells them apart. */
  readonly why: string | null;
  readonly slips: readonly Slip[];
};

/**
 * Holds an article's figure against a source's: exactly, and with its reason in one sentence.
 *
 * - not comparable: another dimension, no number, or a unit nobody knows
 * - different measure: the words say that something else is measured
 * - match: the same value, hedged the same way
 * - rounds to: one is the other, rounded as far as its digits say
 * - within: one is inside what the other's words allow
 * - understates, overstates: what the two allow meets only in part
 * - differs: it does not meet at all
 * - outdated: a count that grows, and the one that is higher is also the later
 *
 * Swapping the two gives the same result, but for understates and overstates, which swap.
 */
export function compareQuantities(
  article: ComparedFigure,
  source: ComparedFigure,
  policy: ComparisonPolicy = DEFAULT_COMPARISON_POLICY,
): Comparison {
  const finding = find(article, source, policy);
  const { gap, sides } = finding;
  return {
    result: finding.result,
    direction: gap?.direction ?? null,
    overtaken: finding.overtaken,
    ratio: gap?.ratio ? toDecimalText(gap.ratio) : null,
    differencePercent: gap?.share ? toDecimalText(multiply(gap.share, HUNDRED)) : null,
    difference:
      gap?.difference && sides
        ? { value: toDecimalText(gap.difference), unit: sides.source.unit.code }
        : null,
    isAtLeast: gap?.isAtLeast ?? false,
    far: finding.far?.bound ?? null,
    article: sides && toInterval(sides.article),
    source: sides && toInterval(sides.source),
    slips: finding.slips,
    sentence: toSentence(finding),
  };
}

const HUNDRED = rational(100n);

const toInterval = ({ value, allowed, unit }: Side): ComparedInterval => ({
  value: value && toDecimalText(value),
  low: allowed.low && toDecimalText(allowed.low),
  high: allowed.high && toDecimalText(allowed.high),
  unit: unit.baseUnit,
});

function find(article: ComparedFigure, source: ComparedFigure, policy: ComparisonPolicy): Finding {
  const nothing = {
    article,
    source,
    sides: null,
    gap: null,
    wide: null,
    far: null,
    overtaken: null,
    why: null,
    slips: [],
  };
  const [a, s] = [toSide(article, policy), toSide(source, policy)];
  if (!a || !s) return { ...nothing, result: 'notComparable' };
  if (!isOneDimension(a, s)) {
    return { ...nothing, result: 'notComparable', slips: slipsApart(article, source) };
  }
  const relation = relateMeasures(article, source);
  const sides = { article: a, source: s };
  if (relation.kind === 'different') {
    return { ...nothing, sides, result: 'differentMeasure', why: relation.why };
  }
  const gap = toGap(a, s);
  const agreement = agree(a, s);
  if (agreement.kind === 'apart' || agreement.kind === 'inPart') {
    const overtaken = whichIsOvertaken(a, s, gap);
    const stated = gap.direction === 'below' ? 'understates' : 'overstates';
    const result = agreement.kind === 'apart' ? 'differs' : stated;
    return {
      ...nothing,
      sides,
      gap: agreement.kind === 'apart' ? gap : { ...WITHOUT_NUMBERS, direction: gap.direction },
      result: overtaken ? 'outdated' : result,
      overtaken,
      slips: overtaken || agreement.kind === 'inPart' ? [] : slipsBetween(a, s),
    };
  }
  const dropped = agreement.kind === 'within' ? hedgeDropped(a, s) : null;
  const hasValues = isPoint(article) && isPoint(source);
  return {
    ...nothing,
    sides,
    gap: hasValues || (agreement.kind === 'match' && a.value) ? gap : null,
    result: agreement.kind,
    wide: agreement.kind === 'within' ? agreement.wide : null,
    far: agreement.kind === 'within' ? farFromBound(a, s, policy) : null,
    slips: dropped ? [dropped] : [],
  };
}

const WITHOUT_NUMBERS = { ratio: null, share: null, difference: null, isAtLeast: false };

type Agreement =
  | { readonly kind: 'match' | 'roundsTo' | 'inPart' | 'apart' }
  | { readonly kind: 'within'; readonly wide: 'article' | 'source' };

function agree(a: Side, s: Side): Agreement {
  if (a.direction && s.direction && a.direction !== s.direction) return { kind: 'apart' };
  const [isPlainA, isPlainS] = [isUnhedged(a), isUnhedged(s)];
  if (isPlainA && isPlainS) {
    if (isSame(a.stated, s.stated)) return { kind: 'match' };
    return { kind: isRounded(a, s) ? 'roundsTo' : 'apart' };
  }
  if (!isPlainA && !isPlainS && isSame(a.allowed, s.allowed)) return { kind: 'match' };
  // An unhedged figure takes in its own rounding, never what others hedge.
  if (!isPlainA && isInside(s.stated, a.allowed)) return { kind: 'within', wide: 'article' };
  if (!isPlainS && isInside(a.stated, s.allowed)) return { kind: 'within', wide: 'source' };
  if (isPoint(a.figure) && isPoint(s.figure) && isRounded(a, s)) return { kind: 'roundsTo' };
  const reach = (side: Side) => (isUnhedged(side) ? side.stated : side.allowed);
  return { kind: isMeeting(reach(a), reach(s)) ? 'inPart' : 'apart' };
}

const isUnhedged = ({ figure }: Side) => figure.value !== null && figure.qualifier === 'exact';

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

function toGap(a: Side, s: Side): Gap {
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

const isOpposite = (a: Side, s: Side): boolean =>
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

/** Whose open bound the other figure is so far from that readers should know. */
function farFromBound(a: Side, s: Side, { farTimes }: ComparisonPolicy): Finding['far'] {
  const limit = parseDecimal(farTimes) ?? ONE;
  for (const [whose, bound, other] of [
    ['article', a, s],
    ['source', s, a],
  ] as const) {
    const isBound = bound.allowed.high === null && bound.value !== null;
    if (!isBound || !bound.value || bound.value.numerator <= 0n || !isPoint(other.figure)) continue;
    if (bound.unit.offset.numerator !== 0n || !other.value) continue;
    const times = divide(other.value, bound.value);
    if (compare(times, limit) >= 0) return { bound: whose, times };
  }
  return null;
}

/** Of a count that grows: the one that is older and lower has been overtaken. */
function whichIsOvertaken(a: Side, s: Side, { direction }: Gap): 'article' | 'source' | null {
  const grows = [a, s].map(({ figure }) => figure.cumulative ?? isGrowing(figure));
  if (!grows.every(Boolean) || !a.figure.asOf || !s.figure.asOf) return null;
  if (direction === 'below' && isLater(s.figure.asOf, a.figure.asOf)) return 'article';
  return direction === 'above' && isLater(a.figure.asOf, s.figure.asOf) ? 'source' : null;
}

/** Whether a day, month, year or span begins only after another has ended. */
export function isLater(one: string, other: string): boolean {
  const first = one.split('/')[0] ?? one;
  const last = other.split('/').at(-1) ?? other;
  // '2024-06' ends with '2024-06-31', which comes after all its days and before the next month.
  const end = last.length === 4 ? `${last}-12-31` : last.length === 7 ? `${last}-31` : last;
  return `${first}-01-01`.slice(0, 10) > end;
}
