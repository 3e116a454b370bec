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
}: {
  claim: Pick<Claim, 'status' | 'assignee'>;
  verdict: Verdict | undefined;
  person: Pick<SignedIn, 'id' | 'role'>;
  next: NextStep;
}): string {
  switch (claim.status) {
    case 'suggested':
      return next === 'accept'
        ? 'The desk suggested this claim. Accept it if it is worth checking, or dismiss it.'
        : 'The desk suggested this claim. A checker accepts or dismisses it.';
    case 'inReview':
      return inReview(verdict, person, next);
    case 'approved':
      return `Approved${verdict?.approval ? ` by ${verdict.approval.by}` : ''}. Not published yet.`;
    case 'published':
      return 'Published. A correction or a withdrawal needs a public note.';
    case 'withdrawn':
      return 'Withdrawn. An editor can reopen the claim.';
    case 'dismissed':
      return 'Dismissed. A checker can undo this.';
    default:
      return underWork(claim, person, next);
  }
}

function inReview(
  verdict: Verdict | undefined,
  person: Pick<SignedIn, 'id' | 'role'>,
  next: NextStep,
) {
  const isOwn = verdict?.decidedById === person.id;
  const waits = isOwn
    ? 'Your verdict waits for approval by another editor.'
    : `The verdict${verdict ? ` of ${verdict.decidedBy}` : ''} waits for approval by an editor.`;
  if (next === 'invite') {
    const alone = 'No other person at this desk can approve it.';
    return isPermitted(person.role, 'people.manage')
      ? `${waits} ${alone}`
      : `${waits} ${alone} Ask an administrator to invite an editor.`;
  }
  return waits;
}

function underWork(
  { status, assignee }: Pick<Claim, 'status' | 'assignee'>,
  person: Pick<SignedIn, 'id' | 'role'>,
  next: NextStep,
): string {
  if (next === 'none') return `The claim is ${STATUS_LABELS[status].toLowerCase()}.`;
  return assignee && assignee.id !== person.id ? `${assignee.name} works on this claim.` : '';
}
