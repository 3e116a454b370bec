import { type ClaimState, type ClaimStep, decideTake, type StepRefusal } from './claim';
import type { Day } from './day';
import type { Rating } from './rating';
import { accept, type Result, refuse } from './result';

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
};

export type VerdictDecision = {
  readonly claimId: string;
  readonly revision: number;
  readonly n: number;
  readonly take: ClaimStep | null;
  readonly statement: VerdictStatement;
  readonly decidedBy: string;
};

export type VerdictRefusal =
  | StepRefusal
  | { readonly kind: 'ratingRetired'; readonly label: string }
  | { readonly kind: 'noEvidence' };

/**
 * Decides whether a verdict may be given now, and which version it is.
 *
 * Only a claim under work takes one, and every rating but one without a number needs evidence:
 * an answer with nothing behind it is what the desk exists to prevent.
 */
export function decideVerdict(
  claim: ClaimState,
  statement: VerdictStatement,
  by: string,
): Result<VerdictDecision, VerdictRefusal> {
  const take = decideTake(claim, by);
  if (!take.ok) return take;
  if (statement.rating.retired) {
    return refuse({ kind: 'ratingRetired', label: statement.rating.label });
  }
  if (claim.evidenceCount === 0 && statement.rating.value !== null) {
    return refuse({ kind: 'noEvidence' });
  }
  return accept({
    claimId: claim.id,
    revision: claim.revision,
    n: claim.verdictCount + 1,
    take: take.value,
    statement,
    decidedBy: by,
  });
}
