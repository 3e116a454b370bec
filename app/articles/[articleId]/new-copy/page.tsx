import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { findArticleCopies, listPlacedClaims } from '#data/article-copies';
import { dayInWords, dayOf } from '#domain/day';
import { toId } from '#forms/address';
import { Link } from '#ui/link';
import { goOver, placeClaim } from './actions';
import { ClaimElsewhere } from './claim-elsewhere';
import { NewCopyForm } from './new-copy-form';
import { findPlaces } from './places';
import './new-copy.css';

export const metadata: Metadata = { title: 'A new copy of the article' };

export default async function NewCopyPage({ params }: PageProps<'/articles/[articleId]/new-copy'>) {
  await permitted('article.readAgain');
  const copies = await findArticleCopies(toId((await params).articleId) ?? '');
  if (!copies) notFound();
  const { id, title, read, newer } = copies;
  const claims = listPlacedClaims(id);
  const here = claims.filter(({ captureId }) => captureId === read.id);
  const elsewhere = claims.filter(({ captureId }) => captureId !== read.id);
  const found = newer ? await findPlaces(here, read.text, newer.text ?? '') : [];
  const certain = found.filter(({ now }) => now.outcome === 'same' || now.outcome === 'moved');
  const doubtful = found.filter(({ now }) => now.outcome !== 'same' && now.outcome !== 'moved');
  const left = await findPlaces(elsewhere, null, read.text ?? '');

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
      {newer && (
        <>
          <NewCopyForm
            action={goOver.bind(null, id)}
            to={newer.id}
            claims={certain.map(({ held, now }) => ({
              id: held.id,
              number: held.number,
              text: held.text,
              revision: held.revision,
              isMoved: now.outcome === 'moved',
            }))}
          />
          {doubtful.length > 0 && (
            <section aria-labelledby="doubtful-title">
              <h2 id="doubtful-title">Not for certain in the new copy</h2>
              <p className="soft">
                These stay with the earlier copy until somebody places them, once the new one is
                read.
              </p>
              <ul className="placed-claims">
                {doubtful.map(({ held, now }) => (
                  <ClaimElsewhere
                    key={held.id}
                    claim={held}
                    now={now}
                    text={newer.text ?? ''}
                    place={null}
                  />
                ))}
              </ul>
            </section>
          )}
        </>
      )}
      {left.length > 0 && (
        <section aria-labelledby="left-title">
          <h2 id="left-title">
            {newer ? 'In a still earlier copy' : 'Their words are not in the copy that is read'}
          </h2>
          <ul className="placed-claims">
            {left.map(({ held, now }) => (
              <ClaimElsewhere
                key={held.id}
                claim={held}
                now={now}
                text={read.text ?? ''}
                place={newer ? null : placeClaim.bind(null, id)}
              />
            ))}
          </ul>
        </section>
      )}
      {!newer && left.length === 0 && (
        <p className="empty">
          Every claim stands in the latest copy. <Link href={`/articles/${id}`}>The article</Link>
        </p>
      )}
    </main>
  );
}
