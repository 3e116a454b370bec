import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import type { Claim } from '#data/claims/claims';
import { comparedFor, findComparedFigures } from '#data/evidence/comparisons';
import { evidenceForReader, listEvidence } from '#data/evidence/evidence';
import { findReviewedClaim } from '#data/review/gate-facts';
import { listVerdicts } from '#data/review/verdicts';
import { claimCode } from '#domain/claims/claim';
import { toSourceLetters } from '#domain/evidence/source-letters';
import { isPermitted } from '#domain/people/permission';
import { gates as judge } from '#domain/review/gates';
import { History } from '#review/history';
import { ClaimBar } from './claim-bar';
import { ClaimFacts } from './claim-facts';
import { ClaimHead } from './claim-head';
import { findClaimOf } from './claim-of';
import { EvidenceSection, Figures, InTheArticle, VerdictSection } from './claim-sections';
import { ClaimTabs, readTab } from './claim-tabs';
import { Comments } from './comments/comments';
import { LookAgain } from './look-again/look-again';
import { PlanBox } from './plan/plan-box';
import { findNextStep } from './review/find-next-step';
import { isOfNextStep, NextStepBand } from './review/next-step';
import { ReviewPanel } from './review/review-panel';
import './claim.css';
import './print.css';

export async function generateMetadata({
  params,
}: PageProps<'/claims/[claimId]'>): Promise<Metadata> {
  await permitted('desk.read');
  const claim = await findClaimOf((await params).claimId);
  return { title: claim ? `${claimCode(claim.number)}: ${claim.text}` : 'No such claim' };
}

export default async function ClaimPage({ params, searchParams }: PageProps<'/claims/[claimId]'>) {
  const person = await permitted('desk.read');
  const [{ claimId }, query] = await Promise.all([params, searchParams]);
  const claim = await findClaimOf(claimId);
  if (!claim) notFound();
  const seesConfidential = isPermitted(person.role, 'source.confidential');
  const [everything, verdicts] = await Promise.all([
    listEvidence(claim.id),
    listVerdicts(claim.id, seesConfidential),
  ]);
  const facts = findReviewedClaim(claim.id)?.facts;
  const gates = facts ? judge(facts, person.id) : [];
  const evidence = evidenceForReader(everything, seesConfidential);
  const compared = comparedFor(findComparedFigures(claim.id), seesConfidential);
  const letters = toSourceLetters(everything);
  const { next, approvers } = findNextStep(claim, gates, verdicts[0], person);
  const shown = { claim, person };
  const tab = readTab(query.tab);

  return (
    <main id="main" className="claim">
      <ClaimBar claim={claim} isForm={false} />
      <ClaimHead {...shown} verdicts={verdicts} />
      <NextStepBand
        {...shown}
        next={next}
        approvers={approvers}
        gates={gates}
        verdicts={verdicts}
        evidence={evidence}
        letters={letters}
        hasWork={everything.length > 0 || verdicts.length > 0}
      />
      <LookAgain
        claim={claim}
        evidence={evidence}
        canLook={isPermitted(person.role, 'evidence.edit')}
      />
      <div className="claim-grid">
        <div className="claim-main">
          <VerdictSection
            {...shown}
            verdicts={verdicts}
            isAbove={next === 'approve'}
            isNext={isOfNextStep(next, 'verdict')}
          />
          <EvidenceSection
            {...shown}
            evidence={evidence}
            compared={compared}
            letters={letters}
            isNext={isOfNextStep(next, 'evidence')}
          />
          <Figures {...shown} compared={compared} letters={letters} />
          <InTheArticle claim={claim} />
        </div>
        <div className="claim-side">
          <ReviewPanel claim={claim} gates={gates} />
          <PlanBox claim={claim} />
          <section aria-labelledby="facts-title">
            <h2 id="facts-title" className="visually-hidden">
              About the claim
            </h2>
            <ClaimFacts claim={claim} />
          </section>
        </div>
        <div className="claim-talk">
          <ClaimTabs code={claimCode(claim.number)} tab={tab} open={facts?.openThreads ?? 0} />
          {tab === 'history' ? (
            <ClaimHistory claim={claim} query={query} />
          ) : (
            <Comments claim={claim} showAll={query.comments === 'all'} />
          )}
        </div>
      </div>
    </main>
  );
}

function ClaimHistory({
  claim,
  query,
}: {
  claim: Claim;
  query: Awaited<PageProps<'/claims/[claimId]'>['searchParams']>;
}) {
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title" className="visually-hidden">
        History
      </h2>
      <History
        of={{ claimId: claim.id }}
        path={`/claims/${claimCode(claim.number)}` as Route}
        query={query}
        keep={{ tab: 'history' }}
      />
    </section>
  );
}
