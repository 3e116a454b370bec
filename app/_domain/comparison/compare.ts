import { isLater } from '../day';
import type { ComparedFigure } from '../figures/figure';
import { DEFAULT_INTERVAL_POLICY, type IntervalPolicy } from '../figures/interval';
import { isGrowing, type MeasureRelation, relateMeasures } from '../figures/measure';
import {
  compare,
  divide,
  multiply,
  ONE,
  parseDecimal,
  rational,
  toDecimalText,
} from '../numbers/decimal';
import { agree } from './agreement';
import { type Gap, toGap, WITHOUT_NUMBERS } from './gap';
import type { ComparedInterval, Comparison, Finding } from './result';
import { toSentence } from './sentence';
import { isOneDimension, isPoint, type Side, toSide } from './side';
import { hedgeDropped, slipsApart, slipsBetween } from './slips';

export type ComparisonPolicy = IntervalPolicy & {
  /** From how many times a bound on it is far: "more than 4,000" of 40,000. Decimal text. */
  readonly farTimes: string;
};

/** The desk's defaults, see decision 48. */
export const DEFAULT_COMPARISON_POLICY: ComparisonPolicy = {
  ...DEFAULT_INTERVAL_POLICY,
  farTimes: '2',
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
export function compareFigures(
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
const OPEN: MeasureRelation = { kind: 'open' };

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
  // What was worked out measures what the reviewer took its figures for.
  const relation = source.workedOut ? OPEN : relateMeasures(article, source);
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

/** Which side has an open bound ("more than 5") that the other figure is far beyond. */
function farFromBound(a: Side, s: Side, { farTimes }: ComparisonPolicy): Finding['far'] {
  const limit = parseDecimal(farTimes) ?? ONE;
  for (const [side, bound, other] of [
    ['article', a, s],
    ['source', s, a],
  ] as const) {
    const isBound = bound.allowed.high === null && bound.value !== null;
    if (!isBound || !bound.value || bound.value.numerator <= 0n || !isPoint(other.figure)) continue;
    if (bound.unit.offset.numerator !== 0n || !other.value) continue;
    const times = divide(other.value, bound.value);
    if (compare(times, limit) >= 0) return { bound: side, times };
  }
  return null;
}

/** For a count that can only grow: an older and lower figure is outdated. */
function whichIsOvertaken(a: Side, s: Side, { direction }: Gap): 'article' | 'source' | null {
  const grows = [a, s].map(({ figure }) => figure.cumulative ?? isGrowing(figure));
  if (!grows.every(Boolean) || !a.figure.asOf || !s.figure.asOf) return null;
  if (direction === 'below' && isLater(s.figure.asOf, a.figure.asOf)) return 'article';
  return direction === 'above' && isLater(a.figure.asOf, s.figure.asOf) ? 'source' : null;
}
