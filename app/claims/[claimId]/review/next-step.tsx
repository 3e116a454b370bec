import type { Route } from 'next';
import type { SignedIn } from '#accounts/signed-in';
import type { Claim } from '#data/claims/claims';
import type { Evidence } from '#data/evidence/evidence';
import { findCameBack } from '#data/review/came-back';
import { findSubmission } from '#data/review/submissions';
import type { Verdict } from '#data/review/verdicts';
import { claimCode, isUnderWork } from '#domain/claims/claim';
import { isPermitted } from '#domain/people/permission';
import type { Gate } from '#domain/review/gates';
import { closedGates, type NextStep, stageOf, stationOf } from '#domain/review/next-step';
import { takeReviewStep } from '#review/actions';
import { ClaimSteps } from '#review/claim-steps';
import { Link } from '#ui/link';
import { CameBackMessage } from './came-back';
import { ChecksLeft } from './checks-left';
import { Decision } from './decision';
import { DoneLine } from './done';
import { lastStep } from './last-step';
import { offeredSteps } from './offered-steps';
import { Published } from './published';
import { StepForms } from './step-form';
import { leadTo, type StepLink } from './step-links';
import { Trail } from './trail';
import { whereItStands } from './where-it-stands';
import './review.css';

/** What was done last, the one thing to do next with a claim, and what is missing for it. */
export async function NextStepBand({
  claim,
  next,
  approvers,
  gates,
  verdicts,
  evidence,
  letters,
  person,
  hasWork,
}: {
  claim: Claim;
  next: NextStep;
  /** The names of the people who may approve the verdict, while it waits for that. */
  approvers: readonly string[];
  gates: readonly Gate[];
  verdicts: readonly Verdict[];
  evidence: readonly Evidence[];
  letters: ReadonlyMap<string, string>;
  person: SignedIn;
  /** Whether evidence or a verdict is based on the claim: accepting it can then not be undone. */
  hasWork: boolean;
}) {
  const { id, status, number, revision } = claim;
  const [verdict] = verdicts;
  const station = stationOf(status, gates);
  const back = isUnderWork(status) ? await findCameBack(id) : null;
  const submission = status === 'inReview' ? findSubmission(id) : null;
  const done = lastStep({ claim, verdicts, evidence, submission, back, person });
  const main = linkOf(next, claim, person);
  const needsNote = closedGates(gates, stageOf(status)).some(
    (gate) => gate.id === 'correctionNoted',
  );
  const canUndo = (status === 'open' || status === 'dismissed') && !hasWork;
  return (
    <section className="next-step" aria-labelledby="next-title" id="next">
      <div className="next-head">
        <h2 id="next-title">Next step</h2>
        {station && <Trail station={station} />}
      </div>
      <div role="status" className="next-says">
        {done && <DoneLine done={done} />}
        <p>
          {whereItStands({ claim, verdict, person, next, approvers })}
          {next === 'approve' && (
            <>
              {' '}
              <a className="to-decide" href="#decide">
                To the decision
              </a>
            </>
          )}
        </p>
      </div>
      <CameBackMessage back={back} person={person} />
      {next === 'approve' && verdict && (
        <Decision verdict={verdict} evidence={evidence} letters={letters} gates={gates} />
      )}
      {status === 'published' && <Published claim={claim} verdicts={verdicts} person={person} />}
      <div className="next-main" id="decide">
        {main && <StepButton to={main} />}
        <StepForms
          action={takeReviewStep}
          claimId={id}
          revision={revision}
          steps={offeredSteps({ claim, next, person, verdict: verdict?.n, needsNote })}
        />
        {isPermitted(person.role, 'claim.accept') && (
          <ClaimSteps
            action={takeReviewStep}
            claimId={id}
            revision={revision}
            code={claimCode(number)}
            status={status}
            canUndo={canUndo}
          />
        )}
      </div>
      <ChecksLeft claim={claim} gates={gates} person={person} main={main} next={next} />
      {station === 'submit' && next !== 'submit' && isPermitted(person.role, 'claim.submit') && (
        <p className="soft">After the last check, you submit the verdict for approval here.</p>
      )}
    </section>
  );
}

function StepButton({ to: { words, href } }: { to: StepLink }) {
  return href.startsWith('#') ? (
    <a className="button primary" href={href}>
      {words}
    </a>
  ) : (
    <Link className="button primary" href={href as Route}>
      {words}
    </Link>
  );
}

function linkOf(next: NextStep, claim: Claim, person: SignedIn): StepLink | null {
  if (next === 'invite' && !isPermitted(person.role, 'people.manage')) return null;
  return leadTo(next, claim);
}

/** Whether the next step is the form for evidence, or that for a verdict: its link is here, once. */
export const isOfNextStep = (next: NextStep, what: 'evidence' | 'verdict'): boolean =>
  what === 'evidence'
    ? next === 'attach' || next === 'contrary'
    : next === 'verdict' || next === 'newVersion';
