import type { SignedIn } from '#accounts/signed-in';
import type { Claim } from '#data/claims/claims';
import type { Verdict } from '#data/review/verdicts';
import { isUnderWork } from '#domain/claims/claim';
import { isPermitted } from '#domain/people/permission';
import type { GateStage } from '#domain/review/gate';
import { type Gate, isOpen } from '#domain/review/gates';
import { REVIEW_STEPS, type ReviewStep, stepsFrom } from '#domain/review/steps';
import { takeReviewStep } from '#review/actions';
import { Link } from '#ui/link';
import { GateList } from '../gate-list';
import { waiveGate } from './actions';
import { CameBackMessage } from './came-back';
import { StepForms } from './step-form';
import { WaiverForm } from './waiver-form';

/** The steps that stand in this panel; the others stand at the head of the claim and with its plan. */
const STEPS: readonly ReviewStep[] = [
  'submit',
  'approve',
  'return',
  'publish',
  'correct',
  'withdraw',
  'reopen',
];

const LOOKS: Partial<Record<ReviewStep, 'primary' | 'danger'>> = {
  submit: 'primary',
  approve: 'primary',
  publish: 'primary',
  withdraw: 'danger',
};

/** Where the claim stands on its way to readers, what keeps it there, and who can move it on. */
export function ReviewPanel({
  claim,
  gates,
  verdicts,
  person,
}: {
  claim: Claim;
  gates: readonly Gate[];
  verdicts: readonly Verdict[];
  person: SignedIn;
}) {
  const stage = stageOf(claim.status);
  if (stage === null && !['published', 'withdrawn'].includes(claim.status)) return null;
  const here = gates.filter((gate) => gate.stage === stage);
  const passed = gates.filter((gate) => gate.stage === 'submit');
  const shut = here.filter((gate) => !isOpen(gate));
  // This one is passed by what is written when it is published.
  const needsNote = shut.some(({ id }) => id === 'correctionNoted');
  const blocking = shut.length - (needsNote ? 1 : 0);
  const canWaive = isUnderWork(claim.status) && isPermitted(person.role, 'gate.waive');
  const steps = stepsFrom(claim.status, person.role).filter((step) => STEPS.includes(step));
  const offered = steps.filter((step) => REVIEW_STEPS[step].gates === null || blocking === 0);
  return (
    <section className="review" aria-labelledby="review-title">
      <h2 id="review-title">Review</h2>
      <CameBackMessage claim={claim} />
      <p className="soft" role="status">
        {whereItStands(claim, verdicts, person)}
      </p>
      {here.length > 0 && (
        <GateList
          gates={here}
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
      {stage !== 'submit' && (
        <details>
          <summary>Checks before submitting</summary>
          <GateList gates={passed} label="Checks before submitting" />
        </details>
      )}
      <p className="soft" role="status">
        {stage && !(needsNote && blocking === 0) && gatesInWords(blocking, stage)}
      </p>
      <p>
        <Link href="/methodology" className="soft">
          How claims are checked
        </Link>
      </p>
      <StepForms
        action={takeReviewStep}
        claimId={claim.id}
        revision={claim.revision}
        steps={offered.map((step) => ({
          step,
          needsWords: REVIEW_STEPS[step].words !== 'optional' || (step === 'publish' && needsNote),
          look: LOOKS[step] ?? '',
        }))}
      />
    </section>
  );
}

function gatesInWords(shut: number, stage: GateStage): string {
  if (shut === 0) return 'All checks passed.';
  return `${shut === 1 ? 'One check has' : `${shut} checks have`} not passed, so the claim cannot be ${STAGE_DONE[stage]} yet.`;
}

function stageOf(status: Claim['status']): GateStage | null {
  if (isUnderWork(status)) return 'submit';
  if (status === 'inReview') return 'approve';
  return status === 'approved' ? 'publish' : null;
}

const STAGE_WORDS: Record<GateStage, string> = {
  submit: 'submitting',
  approve: 'approving',
  publish: 'publishing',
};

const STAGE_DONE: Record<GateStage, string> = {
  submit: 'submitted',
  approve: 'approved',
  publish: 'published',
};

function whereItStands(claim: Claim, verdicts: readonly Verdict[], person: SignedIn): string {
  const [verdict] = verdicts;
  switch (claim.status) {
    case 'inReview':
      return verdict?.decidedById === person.id
        ? 'Your verdict waits for approval by another editor.'
        : `The verdict${verdict ? ` of ${verdict.decidedBy}` : ''} waits for approval by an editor.`;
    case 'approved':
      return `Approved${verdict?.approval ? ` by ${verdict.approval.by}` : ''}. Not published yet.`;
    case 'published':
      return 'Published. A correction or a withdrawal needs a public note.';
    case 'withdrawn':
      return 'Withdrawn. An editor can reopen the claim.';
    default:
      return 'The claim must pass these checks before it is submitted:';
  }
}
