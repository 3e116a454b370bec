import type { Route } from 'next';
import type { SignedIn } from '#accounts/signed-in';
import type { Claim } from '#data/claims/claims';
import { isUnderWork } from '#domain/claims/claim';
import { isPermitted } from '#domain/people/permission';
import type { Gate } from '#domain/review/gates';
import {
  askOf,
  checksLeftInWords,
  checksNotMet,
  type NextStep,
  stageOf,
} from '#domain/review/next-step';
import { Link } from '#ui/link';
import { GateList } from '../gate-list';
import { nameClaimant, waiveGate } from './actions';
import { ClaimantForm } from './claimant-form';
import { leadTo, type StepLink } from './step-links';
import { WaiverForm } from './waiver-form';

/** The checks that are left before the next step, each with the way to pass it, and the reasons given. */
export function ChecksLeft({
  claim,
  gates,
  person,
  next,
  main,
}: {
  claim: Claim;
  gates: readonly Gate[];
  person: SignedIn;
  next: NextStep;
  /** The link that is the next step already: no check repeats it. */
  main: StepLink | null;
}) {
  const stage = stageOf(claim.status);
  const count = checksLeftInWords(gates, stage);
  if (count === null) return null;
  const notMet = checksNotMet(gates, stage);
  const isWork = isUnderWork(claim.status);
  const may = (permission: Parameters<typeof isPermitted>[1]) =>
    isWork && isPermitted(person.role, permission);
  return (
    <div className="checks-left">
      <p role="status" className="checks-count">
        {count}
      </p>
      {notMet.length > 0 && (
        <GateList
          gates={notMet}
          label="Checks left, and checks passed with a reason"
          isShort
          below={(gate) => (
            <>
              {gate.id === 'claimant' && may('claim.edit') ? (
                <ClaimantForm
                  action={nameClaimant.bind(null, claim.id)}
                  revision={claim.revision}
                  publisher={claim.article.publisher}
                  isOpen={next === 'claimant'}
                />
              ) : (
                <ToStep
                  to={isPermitted(person.role, 'claim.submit') ? linkOf(gate, claim) : null}
                  main={main}
                />
              )}
              {gate.waivable && may('gate.waive') && (
                <WaiverForm
                  gate={gate}
                  action={waiveGate.bind(null, claim.id)}
                  revision={claim.revision}
                />
              )}
            </>
          )}
        />
      )}
    </div>
  );
}

function linkOf({ id, waiver }: Gate, claim: Claim): StepLink | null {
  const step = waiver ? null : askOf(id);
  return step && leadTo(step, claim);
}

function ToStep({ to, main }: { to: StepLink | null; main: StepLink | null }) {
  if (!to || to.href === main?.href) return null;
  return (
    <p>
      {to.href.startsWith('#') ? (
        <a href={to.href}>{to.words}</a>
      ) : (
        <Link href={to.href as Route}>{to.words}</Link>
      )}
    </p>
  );
}
