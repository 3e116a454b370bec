import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { v7 as uuidv7 } from 'uuid';
import { permitted } from '#accounts/permitted';
import { listSources } from '#data/evidence';
import { isUnderWork } from '#domain/review';
import { ClaimHeading } from '../../claim-heading';
import { findClaimOf } from '../../claim-of';
import { NotUnderWork } from '../../not-under-work';
import { attachEvidence } from './actions';
import { EvidenceForm } from './evidence-form';
import '../../claim.css';

export const metadata: Metadata = { title: 'Attach evidence' };

export default async function NewEvidencePage({
  params,
}: PageProps<'/claims/[claimId]/evidence/new'>) {
  await permitted('evidence.attach');
  const claim = await findClaimOf((await params).claimId);
  if (!claim) notFound();
  return (
    <main id="main" className="narrow">
      <ClaimHeading claim={claim} title="Attach evidence" />
      {isUnderWork(claim.status) ? (
        <EvidenceForm
          action={attachEvidence.bind(null, claim.id)}
          id={uuidv7()}
          sources={await listSources()}
        />
      ) : (
        <NotUnderWork claim={claim} />
      )}
    </main>
  );
}
