import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { findComparedFigures, toSuggesting } from '#data/evidence/comparisons';
import { listEvidence } from '#data/evidence/evidence';
import { findReviewedClaim } from '#data/review/gate-facts';
import { listRatings } from '#data/review/ratings';
import { listVerdicts } from '#data/review/verdicts';
import { claimCode, isUnderWork } from '#domain/claims/claim';
import { findContradiction, suggestRating } from '#domain/review/rating-suggestion';
import { Link } from '#ui/link';
import { ClaimHeading } from '../claim-heading';
import { findClaimOf } from '../claim-of';
import { EvidenceColumns } from '../evidence-columns';
import { NotUnderWorkMessage } from '../not-under-work';
import { giveVerdict } from './actions';
import { VerdictForm } from './verdict-form';
import '../claim.css';
import '../review/review.css';
import '../comparisons/comparisons.css';
import './verdict.css';

export const metadata: Metadata = { title: 'Give a verdict' };

export default async function VerdictPage({ params }: PageProps<'/claims/[claimId]/verdict'>) {
  const person = await permitted('verdict.give');
  const claim = await findClaimOf((await params).claimId);
  if (!claim) notFound();
  const [ratings, evidence, [latest], reviewed, { comparisons }] = await Promise.all([
    listRatings(),
    listEvidence(claim.id),
    listVerdicts(claim.id, true),
    findReviewedClaim(claim.id),
    findComparedFigures(claim.id),
  ]);
  if (!reviewed) notFound();
  const code = claimCode(claim.number);
  const suggesting = toSuggesting(comparisons);
  return (
    <main id="main" className="verdict-page">
      <ClaimHeading claim={claim} title={latest ? 'Give a new version' : 'Give a verdict'} />
      <div className="beside">
        <section className="before-form" aria-labelledby="evidence-title">
          <h2 id="evidence-title">Evidence so far</h2>
          <EvidenceColumns code={code} evidence={evidence} canEdit={false} />
          {evidence.length === 0 && isUnderWork(claim.status) && (
            <p>
              <Link href={`/claims/${code}/evidence/new`}>Attach evidence</Link>
            </p>
          )}
        </section>
        {isUnderWork(claim.status) ? (
          <VerdictForm
            action={giveVerdict.bind(null, claim.id)}
            ratings={ratings}
            facts={reviewed.facts}
            by={{ id: person.id, name: person.name }}
            compared={comparisons.map(({ pairId, comparison, found, derived }) => ({
              id: pairId,
              sentence: comparison.sentence,
              source: derived ? `${found.source.title}, ${derived.working}` : found.source.title,
            }))}
            suggestion={suggestRating(suggesting, ratings)}
            contradiction={findContradiction(suggesting)}
            isNewVersion={Boolean(latest)}
            values={{
              revision: String(claim.revision),
              ...(latest && {
                rating: latest.rating.key,
                explanation: latest.explanation,
                reasons: latest.reasons.join('\n'),
                correctedText: latest.correctedText ?? '',
                asOf: latest.asOf ?? '',
                otherwiseReason: latest.otherwiseReason ?? '',
              }),
            }}
          />
        ) : (
          <NotUnderWorkMessage claim={claim} />
        )}
      </div>
    </main>
  );
}
