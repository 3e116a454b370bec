import type { ComparedFigure } from '../figures/figure';
import { DEFAULT_INTERVAL_POLICY, type IntervalPolicy } from '../figures/interval';
import { relateMeasures, sharedWords } from '../figures/measure';
import { compare, divide, ONE, type Rational, rational, ZERO } from '../numbers/decimal';
import { percentInWords } from '../numbers/number-text';
import { isOneDimension, type Side, toSide } from './side';

/** One figure of a claim that can be compared with one figure of its evidence. */
export type SuggestedPair<OfClaim, Found> = {
  readonly ofClaim: OfClaim;
  readonly found: Found;
  /** Why these two, as a phrase: 'the same measure, 10% apart'. */
  readonly reason: string;
};

type Ranked<OfClaim, Found> = SuggestedPair<OfClaim, Found> & {
  /** 0 the same measure, 1 nothing speaks against it. */
  readonly order: number;
  readonly words: number;
  /** The larger ÷ the smaller; null where that says nothing. */
  readonly ratio: Rational | null;
};

/**
 * Suggests pairs of a figure of a claim and a figure of its evidence, best first. Both have one
 * dimension, and nothing says that they measure different things. Pairs with the same measure come
 * before pairs with an open measure, then by the number of common words, then the nearer first.
 */
export function suggestPairs<OfClaim extends ComparedFigure, Found extends ComparedFigure>(
  claimFigures: readonly OfClaim[],
  evidenceFigures: readonly Found[],
  policy: IntervalPolicy = DEFAULT_INTERVAL_POLICY,
): SuggestedPair<OfClaim, Found>[] {
  const found = evidenceFigures.flatMap((figure) => withSide(figure, policy));
  return claimFigures
    .flatMap((figure) => withSide(figure, policy))
    .flatMap((ofClaim) => found.flatMap((each) => rank(ofClaim, each)))
    .sort(byRank)
    .map(({ ofClaim, found: other, reason }) => ({ ofClaim, found: other, reason }));
}

/** The figures of the evidence that a reviewer may choose for a figure of a claim. */
export type FigureChoices<Found> = {
  readonly sameMeasure: readonly Found[];
  /** Their comparison says first that they measure something else. */
  readonly differentMeasure: readonly Found[];
};

/** The figures that can be held against a figure at all: none of another dimension. */
export function toChoices<Found extends ComparedFigure>(
  ofClaim: ComparedFigure,
  evidenceFigures: readonly Found[],
  policy: IntervalPolicy = DEFAULT_INTERVAL_POLICY,
): FigureChoices<Found> {
  const own = toSide(ofClaim, policy);
  const offered = evidenceFigures.filter((found) => {
    const side = toSide(found, policy);
    return own && side && isOneDimension(own, side);
  });
  const isDifferent = (found: Found) => relateMeasures(ofClaim, found).kind === 'different';
  return {
    sameMeasure: offered.filter((found) => !isDifferent(found)),
    differentMeasure: offered.filter(isDifferent),
  };
}

type WithSide<Each> = { readonly figure: Each; readonly side: Side };

function withSide<Each extends ComparedFigure>(
  figure: Each,
  policy: IntervalPolicy,
): WithSide<Each>[] {
  const side = toSide(figure, policy);
  return side ? [{ figure, side }] : [];
}

function rank<OfClaim extends ComparedFigure, Found extends ComparedFigure>(
  ofClaim: WithSide<OfClaim>,
  found: WithSide<Found>,
): Ranked<OfClaim, Found>[] {
  if (!isOneDimension(ofClaim.side, found.side)) return [];
  const { kind } = relateMeasures(ofClaim.figure, found.figure);
  if (kind === 'different') return [];
  const ratio = ratioOf(ofClaim.side, found.side);
  return [
    {
      ofClaim: ofClaim.figure,
      found: found.figure,
      order: kind === 'same' ? 0 : 1,
      words: sharedWords(ofClaim.figure, found.figure),
      ratio,
      reason: [MEASURE_WORDS[kind], nearnessInWords(ratio)].filter(Boolean).join(', '),
    },
  ];
}

const MEASURE_WORDS = {
  same: 'the same measure',
  open: 'the same kind of unit',
} as const;

/** A value to stand for a figure: of a range, its middle or its only end. */
function middleOf({ value, allowed: { low, high } }: Side): Rational | null {
  if (value) return value;
  if (!low || !high) return low ?? high;
  return divide(
    {
      numerator: low.numerator * high.denominator + high.numerator * low.denominator,
      denominator: low.denominator * high.denominator,
    },
    rational(2n),
  );
}

function ratioOf(a: Side, b: Side): Rational | null {
  const [one, other] = [middleOf(a), middleOf(b)];
  if (!one || !other) return null;
  if (compare(one, other) === 0) return ONE;
  if (compare(one, ZERO) <= 0 || compare(other, ZERO) <= 0) return null;
  return compare(one, other) > 0 ? divide(one, other) : divide(other, one);
}

const HALF_MORE = rational(3n, 2n);

function nearnessInWords(ratio: Rational | null): string {
  if (!ratio) return '';
  if (compare(ratio, ONE) === 0) return 'the same value';
  if (compare(ratio, HALF_MORE) > 0) return 'far apart';
  const apart = { ...ratio, numerator: ratio.numerator - ratio.denominator };
  return `${percentInWords(apart)} apart`;
}

function byRank<OfClaim, Found>(a: Ranked<OfClaim, Found>, b: Ranked<OfClaim, Found>): number {
  if (a.order !== b.order) return a.order - b.order;
  if (a.words !== b.words) return b.words - a.words;
  if (!a.ratio || !b.ratio) return Number(!a.ratio) - Number(!b.ratio);
  return compare(a.ratio, b.ratio);
}
