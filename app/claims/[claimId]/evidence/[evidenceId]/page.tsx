import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { findCaptureText } from '#data/captures/captures';
import { findEvidence } from '#data/evidence/evidence';
import { isUnderWork } from '#domain/claims/claim';
import { toAnswer } from '#domain/evidence/independence-answer';
import { toId } from '#http/query';
import { Link } from '#ui/link';
import { ClaimHeading } from '../../claim-heading';
import { findClaimOf } from '../../claim-of';
import { NotUnderWorkMessage } from '../../not-under-work';
import { toIndependenceQuestion } from '../other-sources';
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
  const { quote, stance, directness, note, revision, source, capture, independence } = evidence;
  const text = capture?.state === 'complete' ? await findCaptureText(capture.id) : null;
  const question = await toIndependenceQuestion(claim.id, { ...source, text: text ?? '' });
  const names = question.choices.flatMap(({ value }) =>
    value.startsWith('from:') ? [value.slice('from:'.length)] : [],
  );
  return (
    <main id="main" className="narrow">
      <ClaimHeading claim={claim} title="Edit evidence" />
      <p className="notice">
        Source: <Link href={`/sources/${source.id}`}>{source.title}</Link>
      </p>
      {isUnderWork(claim.status) ? (
        <EditEvidenceForm
          action={editEvidence.bind(null, evidence.id)}
          question={question}
          values={{
            ...{ quote, stance, directness, note: note ?? '', revision: String(revision) },
            independence: toAnswer(independence, names),
            comesFrom: independence.comesFrom ?? '',
          }}
        />
      ) : (
        <NotUnderWorkMessage claim={claim} />
      )}
    </main>
  );
}
