import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { v7 as uuidv7 } from 'uuid';
import { permitted } from '#accounts/permitted';
import { listClaimantNames } from '#data/claims/parties';
import { findArticle } from '#data/documents/articles';
import { toAnchor } from '#domain/texts/anchor';
import { readSelection } from '#engine/selected';
import { toCount, toId } from '#http/query';
import { Link } from '#ui/link';
import { makeClaim } from './actions';
import { NewClaimForm } from './new-claim-form';

export const metadata: Metadata = { title: 'New claim' };

const guessed = (...of: Parameters<typeof readSelection>) => {
  const { text, kind, claimant } = readSelection(...of);
  return { text, kind, claimant: claimant?.name ?? '' };
};

export default async function NewClaimPage({
  params,
  searchParams,
}: PageProps<'/articles/[articleId]/claims/new'>) {
  await permitted('claim.make');
  const [{ articleId }, { start, end }] = await Promise.all([params, searchParams]);
  const [article, names] = await Promise.all([
    findArticle(toId(articleId) ?? ''),
    listClaimantNames(),
  ]);
  if (!article) notFound();
  const anchor = toAnchor(article.capture.text, toCount(start) ?? -1, toCount(end) ?? -1);
  return (
    <main id="main" className="narrow">
      <p className="crumbs">
        <Link href={`/articles/${article.id}`}>{article.title}</Link>
      </p>
      <div className="page-head">
        <h1>New claim</h1>
      </div>
      <NewClaimForm
        action={makeClaim.bind(null, article.id, 'back')}
        names={names}
        values={{
          id: uuidv7(),
          ...(anchor && {
            start: String(anchor.start),
            end: String(anchor.end),
            words: anchor.exact,
            ...guessed(article.capture.text, anchor, article),
          }),
        }}
      />
    </main>
  );
}
