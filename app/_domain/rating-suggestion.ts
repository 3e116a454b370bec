import type { Comparison } from './comparison';
import { absolute, compare, parseDecimal, rational } from './decimal';
import type { Rating } from './rating';
import type { SlipKind } from './slips';
import type { VerdictReason } from './verdict';

/** A comparison, and which figure of the claim it is about. */
export type ComparedClaimFigure = {
  readonly claimQuantityId: string;
  readonly comparison: Pick<
    Comparison,
    'result' | 'direction' | 'overtaken' | 'differencePercent' | 'slips' | 'far'
  >;
};

/** What the comparisons of a claim's figures suggest. A person decides. */
export type RatingSuggestion = {
  readonly rating: Rating;
  readonly reasons: readonly VerdictReason[];
  /** Why, as a sentence. */
  readonly because: string;
};

/** What one comparison says of the claim; a grade is a point of the scale, 5 is true. */
type Judged = {
  readonly grade: 1 | 2 | 3 | 4 | 5 | 'outdated' | null;
  readonly reasons: readonly VerdictReason[];
};

/**
 * Suggests a rating from how a claim's figures stand to those of its sources: as good as the worst of
 * its figures. Nothing is suggested where no comparison says anything, or where two sources of one
 * figure say opposite things: what to make of that is not in the figures.
 *
 * @param ratings  the desk's scale; a grade that it no longer has suggests nothing
 */
export function suggestRating(
  compared: readonly ComparedClaimFigure[],
  ratings: readonly Rating[],
): RatingSuggestion | null {
  const judged = compared
    .map(({ claimQuantityId, comparison }) => ({ claimQuantityId, ...judge(comparison) }))
    .filter(({ grade }) => grade !== null);
  if (judged.length === 0 || areAtOdds(judged)) return null;
  const worst = judged.reduce((a, b) => (order(b) < order(a) ? b : a));
  const rating = ratings.find(
    ({ key, value, retired }) =>
      !retired && (worst.grade === 'outdated' ? key === 'outdated' : value === worst.grade),
  );
  if (!rating) return null;
  const reasons = [...new Set(judged.flatMap((each) => each.reasons))];
  return { rating, reasons, because: becauseOf(worst.grade) };
}

/** From which differences a figure is wrong in part, mostly, or altogether; shares of the source's. */
const PART = rational(1n, 10n);
const MOSTLY = rational(1n, 2n);
const HUNDRED = rational(100n);

function judge(comparison: ComparedClaimFigure['comparison']): Judged {
  const { result, direction, overtaken } = comparison;
  const size: VerdictReason = direction === 'below' ? 'understated' : 'exaggerated';
  switch (result) {
    case 'notComparable':
    case 'differentMeasure':
      return { grade: null, reasons: [] };
    case 'outdated':
      return overtaken === 'article'
        ? { grade: 'outdated', reasons: ['outdated'] }
        : { grade: null, reasons: [] };
    case 'match':
    case 'roundsTo':
      return { grade: 5, reasons: [] };
    case 'within':
      if (comparison.far === 'article') return { grade: 4, reasons: ['understated'] };
      // 'More than 4,000' says nothing for 40,000.
      if (comparison.far === 'source') return { grade: null, reasons: [] };
      if (hasSlip(comparison, 'hedgeDropped')) return { grade: 4, reasons: ['missing context'] };
      return { grade: 5, reasons: [] };
    case 'understates':
    case 'overstates':
      return { grade: 4, reasons: [result === 'understates' ? 'understated' : 'exaggerated'] };
    case 'differs':
      if (hasSlip(comparison, 'rounding')) return { grade: 4, reasons: ['rounding'] };
      return { grade: gradeOf(comparison), reasons: [reasonOf(comparison) ?? size] };
  }
}

function gradeOf({ differencePercent, slips }: ComparedClaimFigure['comparison']): 1 | 2 | 3 {
  const percent = differencePercent === null ? null : parseDecimal(differencePercent);
  if (!percent || slips.some(({ kind }) => kind === 'direction')) return 2;
  const apart = absolute(percent);
  const isWithin = (share: typeof PART) =>
    compare(apart, { ...share, numerator: share.numerator * HUNDRED.numerator }) <= 0;
  if (isWithin(PART)) return 3;
  return isWithin(MOSTLY) ? 2 : 1;
}

const REASON_OF_SLIP: Partial<Record<SlipKind, VerdictReason>> = {
  scale: 'wrong scale',
  unit: 'wrong unit',
  conversion: 'wrong unit',
  temperatureChange: 'wrong unit',
};

function reasonOf({ slips }: ComparedClaimFigure['comparison']): VerdictReason | null {
  const [first] = slips;
  return (first && REASON_OF_SLIP[first.kind]) ?? null;
}

const hasSlip = ({ slips }: ComparedClaimFigure['comparison'], kind: SlipKind) =>
  slips.some((slip) => slip.kind === kind);

const order = ({ grade }: Judged): number => (typeof grade === 'number' ? grade : 0);

/** Whether one source of a figure agrees with it and another does not. */
function areAtOdds(judged: readonly (Judged & { readonly claimQuantityId: string })[]): boolean {
  return judged.some((one) =>
    judged.some(
      (other) =>
        one.claimQuantityId === other.claimQuantityId && order(one) >= 4 && order(other) <= 3,
    ),
  );
}

function becauseOf(grade: Judged['grade']): string {
  switch (grade) {
    case 5:
      return 'Every figure that was compared agrees with its sources.';
    case 4:
      return 'The figures agree with their sources but for a detail.';
    case 'outdated':
      return 'A later source has overtaken a figure.';
    case 3:
      return 'A figure is up to a tenth away from its source.';
    case 2:
      return 'A figure is up to a half away from its source, or it is not known how far.';
    default:
      return 'A figure is more than half away from its source.';
  }
}
