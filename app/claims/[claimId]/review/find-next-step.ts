import type { SignedIn } from '#accounts/signed-in';
import type { Claim } from '#data/claims/claims';
import { listApprovers } from '#data/review/planning';
import type { Verdict } from '#data/review/verdicts';
import type { Gate } from '#domain/review/gates';
import { type NextStep, nextStep } from '#domain/review/next-step';

/** What a claim needs next from this person, by the people who are at the desk. */
export function findNextStep(
  { status }: Pick<Claim, 'status'>,
  gates: readonly Gate[],
  verdict: Pick<Verdict, 'decidedById'> | undefined,
  person: SignedIn,
): { readonly next: NextStep; readonly approvers: readonly string[] } {
  const approvers = status === 'inReview' ? listApprovers(verdict?.decidedById ?? '') : [];
  const next = nextStep({
    status,
    gates,
    person,
    isOwnVerdict: verdict?.decidedById === person.id,
    canAnotherApprove: status !== 'inReview' || approvers.length > 0,
  });
  return { next, approvers };
}
