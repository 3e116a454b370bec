import type { ClaimKind } from './kind';
import { accept, type Result, refuse } from './result';

export const CLAIM_STATUSES = [
  'suggested',
  'open',
  'checking',
  'inReview',
  'approved',
  'published',
  'dismissed',
] as const;
/** The state of the work. The answer is the verdict's rating; they are never one field. */
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

export const DISMISS_REASONS = [
  'opinion',
  'prediction',
  'notCheckable',
  'trivial',
  'duplicate',
] as const;
export type DismissReason = (typeof DISMISS_REASONS)[number];

/** The code that people say and write: number 142 is 'C-0142'. */
export const claimCode = (number: number) => `C-${String(number).padStart(4, '0')}`;

/** The number in a code, however it is typed ('c-142', 'C-0142'), or null. */
export function parseClaimCode(text: string): number | null {
  const match = /^\s*c-?0*(\d{1,9})\s*$/i.exec(text);
  return match ? Number(match[1]) : null;
}

export const MAX_CLAIM_LENGTH = 1000;
/** @see https://developers.google.com/search/docs/appearance/structured-data/factcheck, claimReviewed */
export const MAX_HEADLINE_LENGTH = 75;

/** What the rules of the work need to know of a claim. */
export type ClaimState = {
  readonly id: string;
  readonly status: ClaimStatus;
  readonly revision: number;
  readonly assigneeId: string | null;
  readonly evidenceCount: number;
  readonly verdictCount: number;
};

/** A step that was decided on; recorded only if the claim is still at this revision. */
export type ClaimStep = {
  readonly claimId: string;
  readonly revision: number;
  readonly action: 'claim.accepted' | 'claim.dismissed' | 'claim.undone' | 'claim.taken';
  readonly from: ClaimStatus;
  readonly to: ClaimStatus;
  readonly dismissReason: DismissReason | null;
  readonly duplicateOfId: string | null;
  readonly assigneeId: string | null;
};

export type StepRefusal =
  | { readonly kind: 'wrongStatus'; readonly status: ClaimStatus }
  | { readonly kind: 'workAttached' }
  | { readonly kind: 'reasonMissing' }
  | { readonly kind: 'duplicateMissing' }
  | { readonly kind: 'duplicateOfItself' };

/** A suggestion is taken into the desk's work. */
export function decideAccept(claim: ClaimState): Result<ClaimStep, StepRefusal> {
  if (claim.status !== 'suggested') return refuse({ kind: 'wrongStatus', status: claim.status });
  return accept(step(claim, 'claim.accepted', 'open'));
}

/** A suggestion, or an open claim that nothing was attached to yet, is set aside with a reason. */
export function decideDismiss(
  claim: ClaimState,
  reason: DismissReason | null,
  duplicateOfId: string | null,
): Result<ClaimStep, StepRefusal> {
  if (claim.status !== 'suggested' && claim.status !== 'open') {
    return refuse({ kind: 'wrongStatus', status: claim.status });
  }
  if (hasWork(claim)) return refuse({ kind: 'workAttached' });
  if (!reason) return refuse({ kind: 'reasonMissing' });
  if (reason === 'duplicate' && !duplicateOfId) return refuse({ kind: 'duplicateMissing' });
  if (duplicateOfId === claim.id) return refuse({ kind: 'duplicateOfItself' });
  return accept({
    ...step(claim, 'claim.dismissed', 'dismissed'),
    dismissReason: reason,
    duplicateOfId: reason === 'duplicate' ? duplicateOfId : null,
  });
}

/** Takes back an accept or a dismissal: the claim is a suggestion again. */
export function decideUndo(claim: ClaimState): Result<ClaimStep, StepRefusal> {
  if (claim.status !== 'dismissed' && claim.status !== 'open') {
    return refuse({ kind: 'wrongStatus', status: claim.status });
  }
  if (hasWork(claim)) return refuse({ kind: 'workAttached' });
  return accept(step(claim, 'claim.undone', 'suggested'));
}

/** The statuses in which evidence and verdicts may be added. */
export const isUnderWork = (status: ClaimStatus) => status === 'open' || status === 'checking';

/**
 * Whoever first attaches something to an open claim takes it.
 *
 * @returns null when somebody is already checking it
 */
export function decideTake(claim: ClaimState, by: string): Result<ClaimStep | null, StepRefusal> {
  if (!isUnderWork(claim.status)) return refuse({ kind: 'wrongStatus', status: claim.status });
  if (claim.status === 'checking') return accept(null);
  return accept({
    ...step(claim, 'claim.taken', 'checking'),
    assigneeId: claim.assigneeId ?? by,
  });
}

const hasWork = (claim: ClaimState) => claim.evidenceCount > 0 || claim.verdictCount > 0;

function step(claim: ClaimState, action: ClaimStep['action'], to: ClaimStatus): ClaimStep {
  return {
    claimId: claim.id,
    revision: claim.revision,
    action,
    from: claim.status,
    to,
    dismissReason: null,
    duplicateOfId: null,
    assigneeId: claim.assigneeId,
  };
}

/** The wording of a claim that a reviewer may edit. Days are as typed in `_domain/day`. */
export type ClaimWording = {
  readonly text: string;
  readonly headline: string | null;
  readonly kind: ClaimKind;
  readonly checkable: boolean;
  readonly claimant: string | null;
  readonly claimantRole: string | null;
  readonly claimantUnknownReason: string | null;
  readonly saidOn: string | null;
  readonly eventOn: string | null;
  readonly place: string | null;
};
