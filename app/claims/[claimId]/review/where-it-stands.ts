import type { SignedIn } from '#accounts/signed-in';
import type { Claim } from '#data/claims/claims';
import type { Verdict } from '#data/review/verdicts';
import { STATUS_LABELS } from '#domain/claims/labels';
import { isPermitted } from '#domain/people/permission';
import type { NextStep } from '#domain/review/next-step';

/** Where a claim is on its way to readers, for the person who looks at it; '' where the checks say it. */
export function whereItStands({
  claim,
  verdict,
  person,
  next,
  approvers,
}: {
  claim: Pick<Claim, 'status' | 'assignee'>;
  verdict: Verdict | undefined;
  person: Pick<SignedIn, 'id' | 'role'>;
  next: NextStep;
  /** The names of the people who may approve the verdict. */
  approvers: readonly string[];
}): string {
  switch (claim.status) {
    case 'suggested':
      return next === 'accept'
        ? 'The desk suggested this claim. Accept it if it is worth checking, or dismiss it.'
        : 'The desk suggested this claim. A checker accepts or dismisses it.';
    case 'inReview':
      return inReview({ verdict, person, next, approvers });
    case 'approved':
      return next === 'publish'
        ? 'Publish the verdict, or reopen the claim.'
        : 'An editor publishes the verdict.';
    case 'withdrawn':
      return 'Withdrawn. An editor can reopen the claim.';
    case 'dismissed':
      return 'Dismissed. A checker can undo this.';
    case 'published':
      return '';
    default:
      return underWork(claim, person, next);
  }
}

const NAMED = 3;

function inReview({
  verdict,
  person,
  next,
  approvers,
}: {
  verdict: Verdict | undefined;
  person: Pick<SignedIn, 'id' | 'role'>;
  next: NextStep;
  approvers: readonly string[];
}): string {
  if (next === 'approve') {
    return 'Read the verdict and its evidence. Then approve the verdict, or return the claim.';
  }
  if (next === 'return') return 'The claim changed after its submission. Return it.';
  const waits =
    verdict?.decidedById === person.id
      ? 'Your verdict waits for approval by another editor.'
      : `The verdict${verdict ? ` of ${verdict.decidedBy}` : ''} waits for approval by an editor.`;
  if (next === 'invite') {
    const alone = 'No other person at this desk can approve it.';
    return isPermitted(person.role, 'people.manage')
      ? `${waits} ${alone}`
      : `${waits} ${alone} Ask an administrator to invite an editor.`;
  }
  return `${waits} ${whoApproves(approvers)}`;
}

function whoApproves(names: readonly string[]): string {
  const [only, ...others] = names;
  if (only === undefined) return '';
  if (others.length === 0) return `${only} can approve it, and was notified.`;
  const who =
    names.length > NAMED
      ? `Any of ${names.length} editors`
      : new Intl.ListFormat('en', { type: 'disjunction' }).format(names);
  return `${who} can approve it; all were notified.`;
}

function underWork(
  { status, assignee }: Pick<Claim, 'status' | 'assignee'>,
  person: Pick<SignedIn, 'id' | 'role'>,
  next: NextStep,
): string {
  if (next === 'none') return `The claim is ${STATUS_LABELS[status].toLowerCase()}.`;
  return assignee && assignee.id !== person.id ? `${assignee.name} works on this claim.` : '';
}
