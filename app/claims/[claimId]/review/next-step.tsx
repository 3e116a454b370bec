import type { Route } from 'next';
import type { ReactNode } from 'react';
import type { SignedIn } from '#accounts/signed-in';
import type { Claim } from '#data/claims/claims';
import type { Verdict } from '#data/review/verdicts';
import { claimCode, isUnderWork } from '#domain/claims/claim';
import { isPermitted } from '#domain/people/permission';
import type { Gate } from '#domain/review/gates';
import { checksLeftInWords, closedGates, type NextStep, stageOf } from '#domain/review/next-step';
import { takeReviewStep } from '#review/actions';
import { ClaimSteps } from '#review/claim-steps';
import { Link } from '#ui/link';
import { CameBackMessage } from './came-back';
import { StepForms } from './step-form';
import { whereItStands } from './where-it-stands';
import './review.css';

/** The one thing to do next with a claim, and what is missing for it. */
export function NextStepBand({
  claim,
  next,
  gates,
  verdicts,
  person,
  hasWork,
}: {
  claim: Claim;
  next: NextStep;
  gates: readonly Gate[];
  verdicts: readonly Verdict[];
  person: SignedIn;
  /** Whether evidence or a verdict is based on the claim: accepting it can then not be undone. */
  hasWork: boolean;
}) {
  const stage = stageOf(claim.status);
  const [verdict] = verdicts;
  const needsNote = closedGates(gates, stage).some(({ id }) => id === 'correctionNoted');
  const canUndo = (claim.status === 'open' || claim.status === 'dismissed') && !hasWork;
  return (
    <section className="next-step" aria-labelledby="next-title" id="next">
      <h2 id="next-title">Next step</h2>
      <CameBackMessage claim={claim} />
      <div className="next-main">
        {linkOf(next, claim, person)}
        <StepForms
          action={takeReviewStep}
          claimId={claim.id}
          revision={claim.revision}
          steps={
            next === 'submit' || next === 'publish'
              ? [{ step: next, needsWords: next === 'publish' && needsNote, look: 'primary' }]
              : []
          }
        />
        {isUnderWork(claim.status) &&
          !verdict &&
          next !== 'verdict' &&
          isPermitted(person.role, 'verdict.give') && (
            <Link className="button" href={`/claims/${claimCode(claim.number)}/verdict`}>
              Give a verdict
            </Link>
          )}
        {isPermitted(person.role, 'claim.accept') && (
          <ClaimSteps
            action={takeReviewStep}
            claimId={claim.id}
            revision={claim.revision}
            code={claimCode(claim.number)}
            status={claim.status}
            canUndo={canUndo}
          />
        )}
      </div>
      <p role="status" className="next-says">
        {whereItStands({ claim, verdict, person, next })} {checksLeftInWords(gates, stage)}
      </p>
      {stage !== null && (
        <p className="to-checks">
          <a href="#review-title">All checks</a>
        </p>
      )}
    </section>
  );
}

/** The step as a link, where it is taken in another place; null where it is a form of its own. */
function linkOf(next: NextStep, claim: Claim, person: SignedIn): ReactNode {
  const [words, href] = LINKS[next]?.(claim) ?? [];
  if (!words || !href) return null;
  if (next === 'invite' && !isPermitted(person.role, 'people.manage')) return null;
  const isHere = href.startsWith('#');
  return isHere ? (
    <a className="button primary" href={href}>
      {words}
    </a>
  ) : (
    <Link className="button primary" href={href as Route}>
      {words}
    </Link>
  );
}

const page = ({ number }: Claim) => `/claims/${claimCode(number)}`;

const LINKS: Partial<Record<NextStep, (claim: Claim) => readonly [words: string, href: string]>> = {
  article: ({ article }) => ['Open the article', `/articles/${article.id}`],
  attach: (claim) => ['Attach evidence', `${page(claim)}/evidence/new`],
  contrary: (claim) => ['Attach evidence', `${page(claim)}/evidence/new`],
  quotes: () => ['Correct the quote', '#evidence-title'],
  compare: () => ['Compare the figures', '#held-title'],
  claimant: (claim) => ['Enter the claimant', `${page(claim)}/edit`],
  verdict: (claim) => ['Give a verdict', `${page(claim)}/verdict`],
  newVersion: (claim) => ['Give a new version of the verdict', `${page(claim)}/verdict`],
  read: () => ['Read the verdict and its evidence', '#verdict-title'],
  comments: () => ['Read the open comments', '#comments-title'],
  return: () => ['Return the claim', '#decide-title'],
  invite: () => ['Invite a second person', '/people?role=editor#invite-title'],
};

/** Whether the next step is the form for evidence, or that for a verdict: its link is here, once. */
export const isOfNextStep = (next: NextStep, what: 'evidence' | 'verdict'): boolean =>
  what === 'evidence'
    ? next === 'attach' || next === 'contrary'
    : next === 'verdict' || next === 'newVersion';
