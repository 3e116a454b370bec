import type { ClaimStatus, DismissReason } from '../claims/claim';
import { isUnderWork } from '../claims/claim';
import { isPermitted, type Permission, type Role } from '../people/permission';
import { accept, type Result, refuse } from '../result';
import { type Gate, isOpen } from './gates';

type StepRule = {
  readonly from: readonly ClaimStatus[];
  /** Null where the claim keeps its status. */
  readonly to: ClaimStatus | null;
  readonly permission: Permission;
  /** What the event is called. */
  readonly action: string;
  /** The reason that goes with the step: whether it is required, and who reads it. */
  readonly words: 'none' | 'optional' | 'required' | 'public';
  /** The gates that must all be passed. */
  readonly gates: Gate['stage'] | null;
};

/** The review, as data: what a step starts from, where it leads, and who may take it. */
export const REVIEW_STEPS = {
  accept: {
    from: ['suggested'],
    to: 'open',
    permission: 'claim.accept',
    action: 'claim.accepted',
    words: 'none',
    gates: null,
  },
  dismiss: {
    from: ['suggested', 'open'],
    to: 'dismissed',
    permission: 'claim.dismiss',
    action: 'claim.dismissed',
    words: 'none',
    gates: null,
  },
  undo: {
    from: ['open', 'dismissed'],
    to: 'suggested',
    permission: 'claim.undo',
    action: 'claim.undone',
    words: 'none',
    gates: null,
  },
  take: {
    from: ['open', 'checking'],
    to: 'checking',
    permission: 'claim.take',
    action: 'claim.taken',
    words: 'none',
    gates: null,
  },
  assign: {
    from: ['open', 'checking', 'inReview'],
    to: null,
    permission: 'claim.assign',
    action: 'claim.assigned',
    words: 'none',
    gates: null,
  },
  submit: {
    from: ['checking'],
    to: 'inReview',
    permission: 'claim.submit',
    action: 'claim.submitted',
    words: 'optional',
    gates: 'submit',
  },
  return: {
    from: ['inReview'],
    to: 'checking',
    permission: 'claim.return',
    action: 'claim.returned',
    words: 'required',
    gates: null,
  },
  approve: {
    from: ['inReview'],
    to: 'approved',
    permission: 'claim.approve',
    action: 'claim.approved',
    words: 'optional',
    gates: 'approve',
  },
  publish: {
    from: ['approved'],
    to: 'published',
    permission: 'claim.publish',
    action: 'claim.published',
    words: 'optional',
    gates: 'publish',
  },
  reopen: {
    from: ['approved', 'published', 'withdrawn'],
    to: 'checking',
    permission: 'claim.reopen',
    action: 'claim.reopened',
    words: 'required',
    gates: null,
  },
  correct: {
    from: ['published'],
    to: 'checking',
    permission: 'claim.correct',
    action: 'claim.corrected',
    words: 'public',
    gates: null,
  },
  withdraw: {
    from: ['published'],
    to: 'withdrawn',
    permission: 'claim.withdraw',
    action: 'claim.withdrawn',
    words: 'public',
    gates: null,
  },
} as const satisfies Record<string, StepRule>;

export type ReviewStep = keyof typeof REVIEW_STEPS;
export const REVIEW_STEP_NAMES = Object.keys(REVIEW_STEPS) as readonly ReviewStep[];

/** What the rules of the review need to know of a claim. */
export type ClaimState = {
  readonly id: string;
  readonly status: ClaimStatus;
  readonly revision: number;
  readonly assigneeId: string | null;
  readonly evidenceCount: number;
  readonly verdictCount: number;
};

/** A step as somebody asks for it. */
export type AskedStep = {
  readonly step: ReviewStep;
  /** The note, reason or public note; see `words`. */
  readonly words?: string | null;
  readonly dismissReason?: DismissReason | null;
  readonly duplicateOfId?: string | null;
  /** The claim at the end of the other one's own duplicates: the other one itself, where it is none. */
  readonly duplicateLeadsToId?: string | null;
  /** For an assignment: the new assignee, or null for nobody. */
  readonly assigneeId?: string | null;
  /** For an approval: the version of the verdict that the person saw. */
  readonly verdict?: number | null;
};

/** The person who asks. */
export type StepTaker = { readonly id: string; readonly role: Role };

/** A step that was decided on; recorded only if the claim is still at this revision. */
export type ClaimStep = {
  readonly claimId: string;
  readonly revision: number;
  readonly step: ReviewStep;
  readonly action: (typeof REVIEW_STEPS)[ReviewStep]['action'];
  readonly from: ClaimStatus;
  readonly to: ClaimStatus;
  readonly words: string | null;
  readonly dismissReason: DismissReason | null;
  readonly duplicateOfId: string | null;
  readonly assigneeId: string | null;
  readonly assigneeBefore: string | null;
};

export type StepRefusal =
  | { readonly kind: 'notPermitted'; readonly role: Role }
  | { readonly kind: 'wrongStatus'; readonly status: ClaimStatus }
  | { readonly kind: 'workAttached' }
  | { readonly kind: 'reasonMissing' }
  | { readonly kind: 'wordsMissing'; readonly isPublic: boolean }
  | { readonly kind: 'duplicateMissing' }
  | { readonly kind: 'duplicateOfItself' }
  | { readonly kind: 'duplicateOfItsDuplicate' }
  | { readonly kind: 'alreadyAssigned' }
  /** An approval that names no version of the verdict, or another one than the latest. */
  | { readonly kind: 'verdictNotShown'; readonly verdict: number }
  | { readonly kind: 'gatesClosed'; readonly gates: readonly Gate[] };

/** The steps that somebody with this role may take from this status, in the order to offer them. */
export const stepsFrom = (status: ClaimStatus, role: Role): ReviewStep[] =>
  REVIEW_STEP_NAMES.filter((step) => {
    const { from, permission } = REVIEW_STEPS[step];
    return has(from, status) && isPermitted(role, permission);
  });

/**
 * Decides whether a step may be taken now, and returns it.
 *
 * @param gates  every gate of the claim, judged for the person who asks; those of the step's stage
 *   must have passed
 * @returns the step, or why not: first whether the person may at all, then whether the claim is
 *   where the step starts, then what the step itself asks
 */
export function decideStep(
  claim: ClaimState,
  asked: AskedStep,
  by: StepTaker,
  gates: readonly Gate[] = [],
): Result<ClaimStep, StepRefusal> {
  const rule = REVIEW_STEPS[asked.step];
  if (!isPermitted(by.role, rule.permission)) {
    return refuse({ kind: 'notPermitted', role: by.role });
  }
  if (!has(rule.from, claim.status)) return refuse({ kind: 'wrongStatus', status: claim.status });
  const refusal = refuseParticular(claim, asked, by);
  if (refusal) return refuse(refusal);
  const words = asked.words?.trim() || null;
  if (words === null && (rule.words === 'required' || rule.words === 'public')) {
    return refuse({ kind: 'wordsMissing', isPublic: rule.words === 'public' });
  }
  const closed = gates.filter(
    (gate) =>
      gate.stage === rule.gates &&
      isOpen(gate) === false &&
      !(gate.id === 'correctionNoted' && words !== null),
  );
  if (closed.length > 0) return refuse({ kind: 'gatesClosed', gates: closed });
  if (asked.step === 'approve' && asked.verdict !== claim.verdictCount) {
    return refuse({ kind: 'verdictNotShown', verdict: claim.verdictCount });
  }
  return accept({
    ...toStep(claim, asked.step),
    words: rule.words === 'none' ? null : words,
    dismissReason: asked.step === 'dismiss' ? (asked.dismissReason ?? null) : null,
    duplicateOfId:
      asked.step === 'dismiss' && asked.dismissReason === 'duplicate'
        ? (asked.duplicateLeadsToId ?? asked.duplicateOfId ?? null)
        : null,
    assigneeId: assigneeAfter(claim, asked, by),
  });
}

/** What only one step asks. */
function refuseParticular(claim: ClaimState, asked: AskedStep, by: StepTaker): StepRefusal | null {
  switch (asked.step) {
    case 'undo':
      return hasWork(claim) ? { kind: 'workAttached' } : null;
    case 'take':
      return claim.status === 'checking' && claim.assigneeId === by.id
        ? { kind: 'alreadyAssigned' }
        : null;
    case 'assign':
      return (asked.assigneeId ?? null) === claim.assigneeId ? { kind: 'alreadyAssigned' } : null;
    case 'dismiss':
      if (hasWork(claim)) return { kind: 'workAttached' };
      if (!asked.dismissReason) return { kind: 'reasonMissing' };
      if (asked.dismissReason !== 'duplicate') return null;
      if (!asked.duplicateOfId) return { kind: 'duplicateMissing' };
      if (asked.duplicateOfId === claim.id) return { kind: 'duplicateOfItself' };
      return asked.duplicateLeadsToId === claim.id ? { kind: 'duplicateOfItsDuplicate' } : null;
    default:
      return null;
  }
}

function assigneeAfter(claim: ClaimState, asked: AskedStep, by: StepTaker): string | null {
  if (asked.step === 'take') return by.id;
  if (asked.step === 'assign') return asked.assigneeId ?? null;
  return claim.assigneeId;
}

/**
 * The first person who attaches something to an open claim becomes its assignee.
 *
 * @returns null when somebody is already checking it
 */
export function decideTake(claim: ClaimState, by: string): Result<ClaimStep | null, StepRefusal> {
  if (!isUnderWork(claim.status)) return refuse({ kind: 'wrongStatus', status: claim.status });
  if (claim.status === 'checking') return accept(null);
  return accept({ ...toStep(claim, 'take'), assigneeId: claim.assigneeId ?? by });
}

const hasWork = (claim: ClaimState) => claim.evidenceCount > 0 || claim.verdictCount > 0;

const has = (statuses: readonly ClaimStatus[], status: ClaimStatus) => statuses.includes(status);

function toStep(claim: ClaimState, step: ReviewStep): ClaimStep {
  const { action, to } = REVIEW_STEPS[step];
  return {
    claimId: claim.id,
    revision: claim.revision,
    step,
    action,
    from: claim.status,
    to: to ?? claim.status,
    words: null,
    dismissReason: null,
    duplicateOfId: null,
    assigneeId: claim.assigneeId,
    assigneeBefore: claim.assigneeId,
  };
}

/** The review as a Mermaid state diagram, drawn from the steps themselves. */
export function toDiagram(): string {
  const lines = REVIEW_STEP_NAMES.flatMap((step) => {
    const { from, to, words } = REVIEW_STEPS[step] satisfies StepRule as StepRule;
    const label = `${step}${LABEL_OF_WORDS[words]}`;
    return from
      .filter((status) => to !== null && status !== to)
      .map((status) => `  ${status} --> ${to}: ${label}`);
  });
  return ['stateDiagram-v2', '  [*] --> suggested', ...lines].join('\n');
}

const LABEL_OF_WORDS = {
  none: '',
  optional: '',
  required: ' (reason)',
  public: ' (public note)',
} as const satisfies Record<StepRule['words'], string>;
