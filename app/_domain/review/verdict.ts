import type { Day } from '../day';
import { accept, type Result, refuse } from '../result';
import type { Rating } from './rating';
import { type ClaimState, type ClaimStep, decideTake, type StepRefusal } from './steps';

/** Why a rating is not simply true: chosen beside it, and printed with it. */
export const VERDICT_REASONS = [
  'outdated',
  'missing context',
  'wrong unit',
  'wrong scale',
  'exaggerated',
  'understated',
  'rounding',
  'misattributed',
  'different measure',
] as const;
export type VerdictReason = (typeof VERDICT_REASONS)[number];

export const MAX_EXPLANATION_LENGTH = 10_000;

/** One version of the desk's answer, as a reviewer gives it. */
export type VerdictStatement = {
  readonly rating: Rating;
  readonly reasons: readonly VerdictReason[];
  readonly asOf: Day | null;
  readonly explanation: string;
  readonly correctedText: string | null;
  /** Why this version takes the place of the one before; null for the first. */
  readonly changeNote: string | null;
};

const STATEMENT_FIELDS = ['asOf', 'explanation', 'correctedText', 'changeNote'] as const;

/**
 * Whether a verdict that was given says what a form says, so that a form sent twice gives it once. A
 * reason for another rating than suggested counts only where one was asked for.
 */
export const saysTheSame = (
  given: Omit<VerdictStatement, 'rating' | 'reasons'> & {
    readonly rating: Pick<Rating, 'key'>;
    readonly reasons: readonly string[];
    readonly otherwiseReason: string | null;
  },
  stated: VerdictStatement,
  otherwiseReason: string | null,
): boolean =>
  given.rating.key === stated.rating.key &&
  given.reasons.join('\n') === stated.reasons.join('\n') &&
  STATEMENT_FIELDS.every((key) => given[key] === stated[key]) &&
  (given.otherwiseReason === null || given.otherwiseReason === otherwiseReason);

/**
 * The version that readers have: the one that was published last, unless it was withdrawn since.
 *
 * @param verdicts  newest first
 */
export function versionOut<
  Version extends {
    readonly publications: readonly { readonly at: Date }[];
    readonly corrections: readonly { readonly kind: string; readonly at: Date }[];
  },
>(verdicts: readonly Version[]): Version | null {
  const lastOf = ({ publications }: Version) => publications.at(-1)?.at.getTime() ?? 0;
  const [last] = verdicts.toSorted((a, b) => lastOf(b) - lastOf(a));
  if (!last || last.publications.length === 0) return null;
  const isWithdrawn = last.corrections.some(
    ({ kind, at }) => kind === 'withdrawal' && at.getTime() >= lastOf(last),
  );
  return isWithdrawn ? null : last;
}

export type VerdictDecision = {
  readonly claimId: string;
  readonly revision: number;
  readonly n: number;
  /** The version that it replaces; null for the first. */
  readonly supersedesN: number | null;
  readonly take: ClaimStep | null;
  readonly statement: VerdictStatement;
  /** What the comparisons of figures suggested, and why the rating is another; null where it is not. */
  readonly suggestedKey: string | null;
  readonly otherwiseReason: string | null;
  readonly decidedBy: string;
};

export type VerdictRefusal =
  | StepRefusal
  | { readonly kind: 'ratingRetired'; readonly label: string }
  | { readonly kind: 'noEvidence' }
  | { readonly kind: 'changeNoteMissing' }
  /** The rating is not what the comparisons suggest, and nobody said why. */
  | { readonly kind: 'otherwiseReasonMissing'; readonly suggested: string };

/**
 * Decides whether a verdict may be given now, and which version it is.
 *
 * Only a claim under work takes one, and every rating but one without a number needs evidence:
 * an answer with nothing behind it is what the desk exists to prevent. A later version says why it
 * takes the place of the one before. A rating other than what the comparisons of figures suggest says
 * why: a person decides, and readers see on what.
 *
 * @param compared  what the comparisons suggest, and the reason for another rating as it was given
 */
export function decideVerdict(
  claim: ClaimState,
  statement: VerdictStatement,
  by: string,
  compared: { readonly suggested: Rating | null; readonly otherwiseReason: string | null } = {
    suggested: null,
    otherwiseReason: null,
  },
): Result<VerdictDecision, VerdictRefusal> {
  const take = decideTake(claim, by);
  if (!take.ok) return take;
  if (statement.rating.retired) {
    return refuse({ kind: 'ratingRetired', label: statement.rating.label });
  }
  if (claim.evidenceCount === 0 && statement.rating.value !== null) {
    return refuse({ kind: 'noEvidence' });
  }
  if (claim.verdictCount > 0 && !statement.changeNote) return refuse({ kind: 'changeNoteMissing' });
  const { suggested } = compared;
  const isOtherwise = suggested !== null && suggested.key !== statement.rating.key;
  const otherwiseReason = isOtherwise ? compared.otherwiseReason?.trim() || null : null;
  if (isOtherwise && otherwiseReason === null) {
    return refuse({ kind: 'otherwiseReasonMissing', suggested: suggested.label });
  }
  return accept({
    claimId: claim.id,
    revision: claim.revision,
    n: claim.verdictCount + 1,
    supersedesN: claim.verdictCount || null,
    take: take.value,
    statement,
    suggestedKey: suggested?.key ?? null,
    otherwiseReason,
    decidedBy: by,
  });
}
