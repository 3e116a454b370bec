import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import type { Claim } from '#data/claims/claims';
import { evidenceForReader, listEvidence } from '#data/evidence/evidence';
import { findGates } from '#data/review/take-step';
import { listVerdicts } from '#data/review/verdicts';
import { claimCode } from '#domain/claims/claim';
import { isPermitted } from '#domain/people/permission';
import { History } from '#review/history';
import { Link } from '#ui/link';
import { ClaimFacts } from './claim-facts';
import { ClaimHead } from './claim-head';
import { findClaimOf } from './claim-of';
import { EvidenceSection, Figures, InTheArticle, VerdictSection } from './claim-sections';
import { Comments } from './comments/comments';
import { Live } from './live/live';
import { LookAgain } from './look-again/look-again';
import { PlanBox } from './plan/plan-box';
import { ReviewPanel } from './review/review-panel';
import './claim.css';

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
  const [everything, verdicts, gates] = await Promise.all([
    listEvidence(claim.id),
    listVerdicts(claim.id, seesConfidential),
    findGates(claim.id, person.id),
  ]);
  const evidence = evidenceForReader(everything, seesConfidential);
  const shown = { claim, person };

  return (
    <main id="main" className="claim">
      <Live claim={claim} isForm={false} />
      <Crumbs claim={claim} />
      <ClaimHead {...shown} hasWork={evidence.length > 0 || verdicts.length > 0} />
      <LookAgain
        claim={claim}
        evidence={evidence}
        canLook={isPermitted(person.role, 'evidence.edit')}
      />
      <div className="claim-grid">
        <div className="claim-main">
          <InTheArticle claim={claim} />
          <Figures {...shown} />
          <EvidenceSection {...shown} evidence={evidence} />
          <VerdictSection {...shown} verdicts={verdicts} />
          <Comments claim={claim} showAll={query.comments === 'all'} />
        </div>
        <div className="claim-side">
          <ReviewPanel {...shown} gates={gates ?? []} verdicts={verdicts} />
          <PlanBox claim={claim} />
          <section aria-labelledby="facts-title">
            <h2 id="facts-title" className="visually-hidden">
              About the claim
            </h2>
            <ClaimFacts claim={claim} />
          </section>
          <section aria-labelledby="history-title">
            <h2 id="history-title">History</h2>
            <History
              of={{ claimId: claim.id }}
              path={`/claims/${claimCode(claim.number)}` as Route}
              query={query}
            />
          </section>
        </div>
      </div>
    </main>
  );
}

function Crumbs({ claim: { number, article, appearance } }: { claim: Claim }) {
  return (
    <p className="crumbs">
      <Link href="/claims">Claims</Link> /{' '}
      <Link href={`/articles/${article.id}?at=${appearance.start}#${claimCode(number)}`}>
        {article.title}
      </Link>
    </p>
  );
}
