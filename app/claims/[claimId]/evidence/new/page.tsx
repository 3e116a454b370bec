import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { v7 as uuidv7 } from 'uuid';
import { permitted } from '#accounts/permitted';
import type { SignedIn } from '#accounts/signed-in';
import type { Claim } from '#data/claims/claims';
import { findSource, listSources } from '#data/documents/sources';
import { claimCode, isUnderWork } from '#domain/claims/claim';
import { MAX_NOTE_LENGTH } from '#domain/text';
import { toId, toText } from '#http/query';
import { Link } from '#ui/link';
import { ClaimHeading } from '../../claim-heading';
import { findClaimOf } from '../../claim-of';
import { NotUnderWorkMessage } from '../../not-under-work';
import { attachEvidence } from './actions';
import { ChosenSource } from './chosen-source';
import { EvidenceForm } from './evidence-form';
import { FindSource } from './find-source';
import '../../claim.css';
import './evidence.css';

export const metadata: Metadata = { title: 'Attach evidence' };

export default async function NewEvidencePage({
  params,
  searchParams,
}: PageProps<'/claims/[claimId]/evidence/new'>) {
  const person = await permitted('evidence.attach');
  const [{ claimId }, query] = await Promise.all([params, searchParams]);
  const claim = await findClaimOf(claimId);
  if (!claim) notFound();
  if (!isUnderWork(claim.status)) {
    return (
      <main id="main" className="narrow">
        <ClaimHeading claim={claim} title="Attach evidence" />
        <NotUnderWorkMessage claim={claim} />
      </main>
    );
  }
  const sourceId = toId(query.source);
  if (sourceId === null) {
    return <NewSource claim={claim} person={person} words={toText(query.words)} />;
  }
  const source = await findSource(sourceId);
  if (!source) notFound();
  const page = `/claims/${claimCode(claim.number)}/evidence/new` as const;
  if (source.mergedInto) redirect(`${page}?source=${source.mergedInto.id}`);
  return (
    <main id="main" className="choosing">
      <ClaimHeading claim={claim} title="Attach evidence" />
      <ChosenSource
        claim={claim}
        source={source}
        find={toText(query.find)}
        typed={{
          quote: toText(query.quote, 5000) ?? '',
          stance: toText(query.stance) ?? '',
          directness: toText(query.directness) ?? '',
          note: toText(query.note, MAX_NOTE_LENGTH) ?? '',
        }}
      />
      <p>
        <Link href={page}>Choose another source</Link>
      </p>
    </main>
  );
}

async function NewSource({
  claim,
  person,
  words,
}: {
  claim: Claim;
  person: SignedIn;
  words: string | null;
}) {
  const sources = await listSources();
  return (
    <main id="main" className="narrow">
      <ClaimHeading claim={claim} title="Attach evidence" />
      {sources.length > 0 && <FindSource claim={claim} person={person} words={words} />}
      <EvidenceForm
        action={attachEvidence.bind(null, claim.id)}
        id={uuidv7()}
        newSourceId={uuidv7()}
        sources={sources}
      />
    </main>
  );
}
