import type { SignedIn } from '#accounts/signed-in';
import type { Claim } from '#data/claims/claims';
import { isUnderWork } from '#domain/claims/claim';
import { isPermitted } from '#domain/people/permission';
import type { GateStage } from '#domain/review/gate';
import type { Gate } from '#domain/review/gates';
import { stageOf } from '#domain/review/next-step';
import { type ReviewStep, stepsFrom } from '#domain/review/steps';
import { takeReviewStep } from '#review/actions';
import { Link } from '#ui/link';
import { GateList } from '../gate-list';
import { waiveGate } from './actions';
import { StepForms } from './step-form';
import { WaiverForm } from './waiver-form';

/** The steps that are taken here; the others are the next step, or beside the evidence or the plan. */
const STEPS: readonly ReviewStep[] = ['correct', 'withdraw', 'reopen'];

/** The checks of a claim: those left, as many as the next step says, the others folded, and the steps that lead back. */
export function ReviewPanel({
  claim,
  gates,
  person,
}: {
  claim: Claim;
  gates: readonly Gate[];
  person: SignedIn;
}) {
  const stage = stageOf(claim.status);
  if (stage === null && !['published', 'withdrawn'].includes(claim.status)) return null;
  const here = gates.filter((gate) => gate.stage === stage);
  const left = here.filter(({ state }) => state === 'shut');
  const later = here.filter(({ state }) => state === 'pending');
  const passed = here.filter(({ state }) => state === 'passed');
  const before = gates.filter((gate) => gate.stage === 'submit');
  const canWaive = isUnderWork(claim.status) && isPermitted(person.role, 'gate.waive');
  return (
    <section className="review" aria-labelledby="review-title">
      <h2 id="review-title">Review</h2>
      {left.length > 0 && (
        <GateList
          gates={left}
          label={`Checks before ${STAGE_WORDS[stage ?? 'submit']}`}
          below={(gate) =>
            canWaive &&
            gate.waivable &&
            gate.state === 'shut' && (
              <WaiverForm
                gate={gate}
                action={waiveGate.bind(null, claim.id)}
                revision={claim.revision}
              />
            )
          }
        />
      )}
      {later.length > 0 && (
        <details className="passed">
          <summary>
            {later.length === 1
              ? 'One check not needed yet'
              : `${later.length} checks not needed yet`}
          </summary>
          <GateList gates={later} label="Checks not needed yet" />
        </details>
      )}
      {passed.length > 0 && (
        <details className="passed">
          <summary>
            {passed.length === 1 ? 'One check passed' : `${passed.length} checks passed`}
          </summary>
          <GateList gates={passed} label="Checks passed" />
        </details>
      )}
      {stage !== 'submit' && (
        <details className="passed">
          <summary>Checks before submitting</summary>
          <GateList gates={before} label="Checks before submitting" />
        </details>
      )}
      <StepForms
        action={takeReviewStep}
        claimId={claim.id}
        revision={claim.revision}
        steps={stepsFrom(claim.status, person.role)
          .filter((step) => STEPS.includes(step))
          .map((step) => ({
            step,
            needsWords: true,
            look: step === 'withdraw' ? 'danger' : '',
          }))}
      />
      <p>
        <Link href="/methodology" className="soft">
          How claims are checked
        </Link>
      </p>
    </section>
  );
}

const STAGE_WORDS: Record<GateStage, string> = {
  submit: 'submitting',
  approve: 'approving',
  publish: 'publishing',
};
