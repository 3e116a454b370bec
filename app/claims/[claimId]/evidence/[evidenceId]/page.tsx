import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { findEvidence } from '#data/evidence/evidence';
import { isUnderWork } from '#domain/claims/claim';
import { toId } from '#http/query';
import { Link } from '#ui/link';
import { ClaimHeading } from '../../claim-heading';
import { findClaimOf } from '../../claim-of';
import { NotUnderWorkMessage } from '../../not-under-work';
import { editEvidence } from './actions';
import { EditEvidenceForm } from './edit-evidence-form';

export const metadata: Metadata = { title: 'Edit evidence' };

export default async function EvidencePage({
  params,
}: PageProps<'/claims/[claimId]/evidence/[evidenceId]'>) {
  await permitted('evidence.edit');
  const { claimId, evidenceId } = await params;
  const [claim, evidence] = await Promise.all([
    findClaimOf(claimId),
    findEvidence(toId(evidenceId) ?? ''),
  ]);
  if (!claim || !evidence || evidence.claimId !== claim.id) notFound();
  const { quote, stance, directness, note, revision, source } = evidence;
  return (
    <main id="main" className="narrow">
      <ClaimHeading claim={claim} title="Edit evidence" />
      <p className="notice">
        Source: <Link href={`/sources/${source.id}`}>{source.title}</Link>
      </p>
      {isUnderWork(claim.status) ? (
        <EditEvidenceForm
          action={editEvidence.bind(null, evidence.id)}
          values={{ quote, stance, directness, note: note ?? '', revision: String(revision) }}
        />
      ) : (
        <NotUnderWorkMessage claim={claim} />
      )}
    </main>
  );
}
