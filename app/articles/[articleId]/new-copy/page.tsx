import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { findArticleCaptures } from '#data/documents/article-captures';
import { dayInWords, dayOf } from '#domain/day';
import { toId } from '#http/query';
import { timeZone } from '#process/time-zone';
import { Link } from '#ui/link';
import { attachToCapture, placeClaim } from './actions';
import { ClaimElsewhere } from './claim-elsewhere';
import { AttachToCaptureForm } from './new-copy-form';
import { findClaimsFor, LISTED_CLAIMS } from './places';
import './new-copy.css';

export const metadata: Metadata = { title: 'New copy of the article' };

export default async function NewCopyPage({ params }: PageProps<'/articles/[articleId]/new-copy'>) {
  await permitted('article.readAgain');
  const copies = await findArticleCaptures(toId((await params).articleId) ?? '');
  if (!copies) notFound();
  const { id, title, read, newer } = copies;
  const { certain, doubtful, earlier } = await findClaimsFor(copies);
  const copy = newer ?? read;
  const hidden = doubtful.length - LISTED_CLAIMS;

  return (
    <main id="main" className="narrow new-copy">
      <p className="crumbs">
        <Link href={`/articles/${id}`}>{title}</Link>
      </p>
      <div className="page-head">
        <div>
          <h1>{newer ? 'New copy of the article' : 'Claims in an earlier copy'}</h1>
          {newer && (
            <p className="lede">
              The new copy is of {dayInWords(dayOf(newer.takenAt, timeZone()))}. The claims are in{' '}
              <Link href={`/sources/${id}/captures/${read.n}`}>copy {read.n}</Link>;{' '}
              <Link href={`/sources/${id}/captures/${newer.n}`}>copy {newer.n}</Link> shows the
              changes.
            </p>
          )}
        </div>
      </div>
      {(newer || certain.length > 0) && (
        <AttachToCaptureForm
          action={attachToCapture.bind(null, id)}
          to={copy.id}
          isNewer={newer !== null}
          claims={certain.slice(0, LISTED_CLAIMS).map(({ claim, isMoved }) => ({
            id: claim.id,
            number: claim.number,
            text: claim.text,
            revision: claim.revision,
            isMoved,
          }))}
          others={Math.max(0, certain.length - LISTED_CLAIMS)}
        />
      )}
      {doubtful.length > 0 && (
        <section aria-labelledby="doubtful-title">
          <h2 id="doubtful-title">
            {newer
              ? 'Claims not found with certainty in the new copy'
              : 'Claims not found with certainty in the current copy'}
          </h2>
          {newer && (
            <p className="soft">
              These claims stay with the earlier copy. You can place them after you switch to the
              new copy.
            </p>
          )}
          <ul className="placed-claims">
            {doubtful.slice(0, LISTED_CLAIMS).map(({ stored, now }) => (
              <ClaimElsewhere
                key={stored.id}
                claim={stored}
                now={now}
                text={copy.text ?? ''}
                place={newer ? null : placeClaim.bind(null, id)}
              />
            ))}
          </ul>
          {hidden > 0 && (
            <p className="soft">
              {hidden === 1
                ? 'The page shows one more claim'
                : `The page shows ${hidden.toLocaleString('en')} more claims`}{' '}
              after you place or dismiss some of these claims.
            </p>
          )}
        </section>
      )}
      {earlier > 0 && (
        <p className="soft">
          {earlier === 1 ? 'One claim is' : `${earlier.toLocaleString('en')} claims are`} in an even
          earlier copy. You can place {earlier === 1 ? 'it' : 'them'} after you switch to the new
          copy.
        </p>
      )}
      {!newer && certain.length === 0 && doubtful.length === 0 && (
        <p className="empty">
          The latest copy has every claim. <Link href={`/articles/${id}`}>Back to the article</Link>
        </p>
      )}
    </main>
  );
}
