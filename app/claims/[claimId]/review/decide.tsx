import type { SignedIn } from '#accounts/signed-in';
import type { Claim } from '#data/claims/claims';
import type { Verdict } from '#data/review/verdicts';
import type { Gate } from '#domain/review/gates';
import { closedGates } from '#domain/review/next-step';
import { stepsFrom } from '#domain/review/steps';
import { takeReviewStep } from '#review/actions';
import { type OfferedStep, StepForms } from './step-form';

/**
 * Approving and returning, below the verdict and its evidence: nobody comes to the buttons without them.
 * An approval names the version of the verdict that the page shows.
 */
export function Decide({
  claim,
  gates,
  verdict,
  person,
}: {
  claim: Claim;
  gates: readonly Gate[];
  verdict: Verdict | undefined;
  person: SignedIn;
}) {
  const isClosed = closedGates(gates, 'approve').length > 0;
  const steps = stepsFrom(claim.status, person.role).flatMap((step): OfferedStep[] => {
    if (step === 'return') return [{ step, needsWords: true, look: '' }];
    if (step !== 'approve' || isClosed || !verdict) return [];
    return [{ step, needsWords: false, look: 'primary', verdict: verdict.n }];
  });
  return (
    <section className="decide" aria-label="Decision">
      <StepForms
        action={takeReviewStep}
        claimId={claim.id}
        revision={claim.revision}
        steps={steps.toSorted(
          (a, b) => Number(b.step === 'approve') - Number(a.step === 'approve'),
        )}
        heading={
          <>
            <h2 id="decide-title">{titleOf(claim, isClosed)}</h2>
            {verdict && claim.status === 'inReview' && (
              <p>
                Version {verdict.n} of the verdict: <strong>{verdict.rating.label}</strong>, given
                by {verdict.decidedBy}.
              </p>
            )}
          </>
        }
      />
    </section>
  );
}

/** A claim that another person moved on meanwhile shows only what its step was answered. */
function titleOf({ status }: Claim, isClosed: boolean): string {
  if (status !== 'inReview') return 'The step was not taken';
  return isClosed ? 'Return the claim' : 'Approve or return';
}
