import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { findClaim } from '#data/claims/claims';
import { findNextClaim } from '#data/review/reshape';
import { claimCode } from '#domain/claims/claim';
import { toId } from '#http/query';
import { Link } from '#ui/link';
import { mendClaim } from '../actions';
import { MendForm } from '../mend-form';
import { toMendable, toReshapable } from '../mendable';
import { reshapeClaim } from '../reshape-actions';
import { ReshapeForms } from '../reshape-forms';
import '../../cards.css';

export const metadata: Metadata = { title: 'Edit a claim' };

/** What a card offers in place, for browsers without JavaScript. */
export default async function MendPage({
  params,
}: PageProps<'/articles/[articleId]/mend/[claimId]'>) {
  await permitted('claim.edit');
  const { articleId, claimId } = await params;
  const claim = await findClaim(toId(claimId) ?? '');
  if (!claim || claim.article.id !== articleId) notFound();
  const code = claimCode(claim.number);
  const reshapable = toReshapable(claim, await findNextClaim(claim));
  return (
    <main id="main" className="narrow">
      <p className="crumbs">
        <Link href={`/articles/${articleId}?at=${claim.appearance.start}#${code}`}>
          {claim.article.title}
        </Link>
      </p>
      <div className="page-head">
        <div>
          <h1>Edit {code}</h1>
          <p className="lede">In the article: “{claim.appearance.exact}”</p>
        </div>
        <div className="actions">
          <Link className="button" href={`/claims/${code}/edit`}>
            All details
          </Link>
        </div>
      </div>
      <MendForm
        action={mendClaim.bind(null, articleId, 'back')}
        claim={toMendable(claim)}
        onCancel={null}
      />
      {reshapable && (
        <section className="after-form" aria-labelledby="reshape-title">
          <h2 id="reshape-title">Split or merge</h2>
          <ReshapeForms action={reshapeClaim.bind(null, articleId, 'back')} claim={reshapable} />
        </section>
      )}
    </main>
  );
}
