import { agree } from './agreement';
import { type ComparedFigure, isOneDimension, isPoint, type Side, toSide } from './compared-figure';
import { toSentence } from './comparison-sentence';
import { isLater } from './day';
import {
  compare,
  divide,
  multiply,
  ONE,
  parseDecimal,
  type Rational,
  rational,
  toDecimalText,
} from './decimal';
import { type Gap, toGap, WITHOUT_NUMBERS } from './gap';
import { DEFAULT_INTERVAL_POLICY, type IntervalPolicy } from './interval';
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

/** The desk's defaults, see decision 48. */
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
