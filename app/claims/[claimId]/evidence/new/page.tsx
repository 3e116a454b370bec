import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { v7 as uuidv7 } from 'uuid';
import { permitted } from '#accounts/permitted';
import type { SignedIn } from '#accounts/signed-in';
import type { Claim } from '#data/claims/claims';
import { findSource } from '#data/documents/sources';
import { claimCode, isUnderWork } from '#domain/claims/claim';
import { isPermitted } from '#domain/people/permission';
import { toCount, toId, toText } from '#http/query';
import { Link } from '#ui/link';
import { ClaimHeading } from '../../claim-heading';
import { findClaimOf } from '../../claim-of';
import { NotUnderWorkMessage } from '../../not-under-work';
import { toIndependenceQuestion } from '../other-sources';
import { MAX_QUOTE_LENGTH } from '../statement-schema';
import { attachEvidence } from './actions';
import { ChosenSource } from './chosen-source';
import { findSources } from './find-sources';
import { FoundSources } from './found-sources';
import { InterviewForm } from './interview-form';
import { DETAIL_FIELDS, TYPED_FIELDS } from './schema';
import { WhatForm } from './what-form';
import '../../claim.css';
import './evidence.css';

export const metadata: Metadata = { title: 'Attach evidence' };

type Query = Awaited<PageProps<'/claims/[claimId]/evidence/new'>['searchParams']>;
type Typed = { readonly [Field in (typeof TYPED_FIELDS)[number]]?: string };

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
  const typed: Typed = Object.fromEntries(
    TYPED_FIELDS.map((field) => [field, toText(query[field], MAX_QUOTE_LENGTH) ?? '']),
  );
  const sourceId = toId(query.source);
  if (sourceId === null) {
    return <NewSource claim={claim} person={person} query={query} typed={typed} />;
  }
  const source = await findSource(sourceId);
  if (!source) notFound();
  if (source.mergedInto) {
    redirect(`/claims/${claimCode(claim.number)}/evidence/new?source=${source.mergedInto.id}`);
  }
  return (
    <main id="main" className="choosing">
      <ClaimHeading claim={claim} title="Attach evidence" />
      <ChosenSource
        claim={claim}
        source={source}
        find={toText(query.find)}
        nth={Math.max(1, toCount(query.nth) ?? 1)}
        typed={typed}
      />
    </main>
  );
}

async function NewSource({
  claim,
  person,
  query,
  typed,
}: {
  claim: Claim;
  person: SignedIn;
  query: Query;
  typed: Typed;
}) {
  const page = `/claims/${claimCode(claim.number)}/evidence/new` as const;
  const question = await toIndependenceQuestion(claim.id, {
    ...{ id: null, publisher: null, url: null, text: '' },
  });
  const form = {
    action: attachEvidence.bind(null, claim.id),
    id: uuidv7(),
    newSourceId: uuidv7(),
    question,
  };
  const words = toText(query.words);
  const isInterview = query.kind === 'interview';
  return (
    <main id="main" className="narrow">
      <ClaimHeading claim={claim} title="Attach evidence" />
      <p className="kinds-of-source">
        {isInterview ? (
          <>
            An interview or a call. <Link href={page}>It is a page, a file or a text</Link>
          </>
        ) : (
          <>
            A page, a file or a text.{' '}
            <Link href={`${page}?kind=interview`}>It is an interview or a call</Link>
          </>
        )}
      </p>
      {isInterview ? (
        <InterviewForm {...form} />
      ) : (
        <WhatForm
          {...form}
          key={words ?? ''}
          searchAddress={`${page}/sources`}
          values={{ ...typed, ...detailsIn(query), text: words ?? '' }}
        >
          {words !== null && <Found person={person} words={words} />}
        </WhatForm>
      )}
    </main>
  );
}

const detailsIn = (query: Query) =>
  Object.fromEntries(
    DETAIL_FIELDS.map((field) => [field, toText(query[field], 2000) ?? undefined]),
  );

/** What a search without JavaScript found. */
function Found({ person, words }: { person: SignedIn; words: string }) {
  const sources = findSources(words, isPermitted(person.role, 'source.confidential'));
  if (sources.length > 0) return <FoundSources sources={sources} />;
  return (
    <p role="status">
      No earlier source has “{words}”.{' '}
      <button type="submit" name="step" value="asText" className="button small">
        Use the words as the text of a source
      </button>
    </p>
  );
}
