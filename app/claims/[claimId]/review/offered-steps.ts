import type { SignedIn } from '#accounts/signed-in';
import type { Claim } from '#data/claims/claims';
import type { NextStep } from '#domain/review/next-step';
import { type ReviewStep, stepsFrom } from '#domain/review/steps';
import type { OfferedStep } from './step-form';

const BACK: readonly ReviewStep[] = ['correct', 'withdraw', 'reopen'];

/**
 * The steps that a person takes in the band of the next step, the likeliest first. An approval names the
 * version of the verdict that is beside its button.
 */
export function offeredSteps({
  claim: { status, assigneeId },
  next,
  person,
  verdict,
  needsNote,
}: {
  readonly claim: Pick<Claim, 'status' | 'assigneeId'>;
  readonly next: NextStep;
  readonly person: Pick<SignedIn, 'id' | 'role'>;
  /** The version of the latest verdict. */
  readonly verdict: number | undefined;
  /** Whether the publication needs a public note. */
  readonly needsNote: boolean;
}): OfferedStep[] {
  const ways = stepsFrom(status, person.role);
  const steps: OfferedStep[] = [];
  if (next === 'submit') {
    // An editor may submit the claim of another person, and is not led to it.
    const isOwn = assigneeId === null || assigneeId === person.id;
    steps.push({ step: 'submit', needsWords: false, look: isOwn ? 'primary' : '' });
  }
  if (next === 'approve' && verdict !== undefined) {
    steps.push({ step: 'approve', needsWords: false, look: 'primary', verdict });
  }
  if (ways.includes('return')) {
    steps.push({ step: 'return', needsWords: true, look: '', isOpen: next === 'return' });
  }
  if (next === 'publish') steps.push({ step: 'publish', needsWords: needsNote, look: 'primary' });
  for (const step of BACK.filter((each) => ways.includes(each))) {
    steps.push({ step, needsWords: true, look: step === 'withdraw' ? 'danger' : '' });
  }
  return steps;
}
