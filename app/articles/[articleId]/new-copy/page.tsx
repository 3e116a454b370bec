import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { findArticleCopies } from '#data/documents/article-copies';
import { dayInWords, dayOf } from '#domain/day';
import { toId } from '#http/query';
import { Link } from '#ui/link';
import { attachToCopy, placeClaim } from './actions';
import { ClaimElsewhere } from './claim-elsewhere';
import { NewCopyForm } from './new-copy-form';
import { findClaimsFor, LISTED_CLAIMS } from './places';
import './new-copy.css';

export const metadata: Metadata = { title: 'A new copy of the article' };

export default async function NewCopyPage({ params }: PageProps<'/articles/[articleId]/new-copy'>) {
  await permitted('article.readAgain');
  const copies = await findArticleCopies(toId((await params).articleId) ?? '');
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
          <h1>{newer ? 'A new copy of the article' : 'Claims that stand in an earlier copy'}</h1>
          {newer && (
            <p className="lede">
              Taken on {dayInWords(dayOf(newer.takenAt))}. The claims stand in{' '}
              <Link href={`/sources/${id}/captures/${read.n}`}>copy {read.n}</Link>;{' '}
              <Link href={`/sources/${id}/captures/${newer.n}`}>copy {newer.n}</Link> shows what
              changed.
            </p>
          )}
        </div>
      </div>
      {(newer || certain.length > 0) && (
        <NewCopyForm
          action={attachToCopy.bind(null, id)}
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
            {newer ? 'Not for certain in the new copy' : 'Not for certain in the copy that is read'}
          </h2>
          {newer && (
            <p className="soft">
              These claims stay with the earlier copy until somebody places them, once the new copy
              is read.
            </p>
          )}
          <ul className="placed-claims">
            {doubtful.slice(0, LISTED_CLAIMS).map(({ held, now }) => (
              <ClaimElsewhere
                key={held.id}
                claim={held}
                now={now}
                text={copy.text ?? ''}
                place={newer ? null : placeClaim.bind(null, id)}
              />
            ))}
          </ul>
          {hidden > 0 && (
            <p className="soft">
              {hidden === 1
                ? 'One more claim follows'
                : `${hidden.toLocaleString('en')} more follow`}{' '}
              once some of these are placed or dismissed.
            </p>
          )}
        </section>
      )}
      {earlier > 0 && (
        <p className="soft">
          {earlier === 1 ? 'One claim stands' : `${earlier.toLocaleString('en')} claims stand`} in a
          still earlier copy, and can be placed once the new copy is read.
        </p>
      )}
      {!newer && certain.length === 0 && doubtful.length === 0 && (
        <p className="empty">
          Every claim stands in the latest copy. <Link href={`/articles/${id}`}>The article</Link>
        </p>
      )}
    </main>
  );
}
