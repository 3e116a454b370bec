import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toWording } from '#data/claims/claims';
import { listClaimantNames } from '#data/claims/parties';
import { isEditable } from '#domain/claims/claim';
import { ClaimHeading } from '../claim-heading';
import { findClaimOf } from '../claim-of';
import { NotUnderWorkMessage } from '../not-under-work';
import { editClaim } from './actions';
import { WordingForm } from './wording-form';

export const metadata: Metadata = { title: 'Edit claim' };

export default async function EditClaimPage({ params }: PageProps<'/claims/[claimId]/edit'>) {
  await permitted('claim.edit');
  const claim = await findClaimOf((await params).claimId);
  if (!claim) notFound();
  const { checkable, ...wording } = toWording(claim);
  const texts = Object.entries(wording).map(([key, value]) => [key, value ?? '']);
  return (
    <main id="main" className="narrow">
      <ClaimHeading claim={claim} title="Edit claim" />
      {isEditable(claim.status) ? (
        <WordingForm
          action={editClaim.bind(null, claim.id)}
          names={listClaimantNames()}
          values={{
            ...Object.fromEntries(texts),
            checkable: checkable ? 'yes' : 'no',
            revision: String(claim.revision),
          }}
        />
      ) : (
        <NotUnderWorkMessage claim={claim} />
      )}
    </main>
  );
}
