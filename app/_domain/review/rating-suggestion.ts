import type { Comparison } from '../comparison/result';
import type { SlipKind } from '../comparison/slips';
import type { Stance } from '../evidence/stance';
import { absolute, compare, divide, parseDecimal, rational } from '../numbers/decimal';
import type { Rating } from './rating';
import type { VerdictReason } from './verdict';

/** A comparison, which figure of the claim it is about, and by which evidence. */
export type ComparedClaimFigure = {
  readonly claimQuantityId: string;
  readonly evidenceId: string;
  readonly stance: Stance;
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
  /** Whether the grade goes by how far the figures are apart. */
  readonly isFar?: boolean;
};

/**
 * Suggests a rating from how a claim's figures stand to those of its sources: as good as the worst of
 * its figures. Nothing is suggested where no comparison says anything, or where two sources of one
 * figure, or a source and its stance, say opposite things: what to make of that is not in the figures.
 *
 * @param ratings  the desk's scale; a grade that it no longer has suggests nothing
 */
export function suggestRating(
  compared: readonly ComparedClaimFigure[],
  ratings: readonly Rating[],
): RatingSuggestion | null {
  const judged = judgeAll(compared);
  if (judged.length === 0 || areAtOdds(judged) || findContradiction(compared)) return null;
  const worst = judged.reduce((a, b) => (order(b) < order(a) ? b : a));
  const rating = ratings.find(
    ({ key, value, retired }) =>
      !retired && (worst.grade === 'outdated' ? key === 'outdated' : value === worst.grade),
  );
  if (!rating) return null;
  const reasons = [...new Set(judged.flatMap((each) => each.reasons))];
  return { rating, reasons, because: becauseOf(worst) };
}

/**
 * A contradiction between figures and stances, as a sentence, or null: evidence that is marked as
 * refuting the claim, although all its figures agree with it. It may be right, since a claim is
 * more than its figures; a suggestion would take one side.
 */
export function findContradiction(compared: readonly ComparedClaimFigure[]): string | null {
  const judged = judgeAll(compared);
  const isContradicted = judged.some(
    ({ stance, evidenceId }) =>
      stance === 'refutes' &&
      judged.every((each) => each.evidenceId !== evidenceId || each.grade === 5),
  );
  return isContradicted
    ? 'The figure agrees with a source that is marked as refuting the claim: check the stance.'
    : null;
}

/** Those comparisons that say something of the claim, with what they say. */
const judgeAll = (compared: readonly ComparedClaimFigure[]) =>
  compared
    .map(({ comparison, ...of }) => ({ ...of, ...judge(comparison) }))
    .filter(({ grade }) => grade !== null);

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
      return {
        grade: gradeOf(comparison),
        reasons: [reasonOf(comparison) ?? size],
        isFar: isShared(comparison),
      };
  }
}

/** Whether a share says how far two figures are apart: not of degrees, nor of opposite changes. */
const isShared = ({ differencePercent, slips }: ComparedClaimFigure['comparison']): boolean =>
  differencePercent !== null && !slips.some(({ kind }) => kind === 'direction');

function gradeOf(comparison: ComparedClaimFigure['comparison']): 1 | 2 | 3 {
  const percent = parseDecimal(comparison.differencePercent ?? '');
  if (!percent || !isShared(comparison)) return 2;
  const apart = divide(absolute(percent), HUNDRED);
  if (compare(apart, PART) <= 0) return 3;
  return compare(apart, MOSTLY) <= 0 ? 2 : 1;
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

function becauseOf({ grade, isFar }: Judged): string {
  switch (grade) {
    case 5:
      return 'Every figure that was compared agrees with its sources.';
    case 4:
      return 'The figures agree with their sources except for a detail.';
    case 'outdated':
      return 'A later source has a newer figure.';
    case 3:
      return 'A figure is up to a tenth away from its source.';
    case 2:
      return isFar
        ? 'A figure is between a tenth and a half away from its source.'
        : 'A figure differs from its source, and the difference has no percentage.';
    default:
      return 'A figure is more than half away from its source.';
  }
}
