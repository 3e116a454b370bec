import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { findFileDay } from '#data/captures/about-text';
import { findArticle } from '#data/documents/articles';
import { toId } from '#http/query';
import { History } from '#review/history';
import { DocumentForm } from '#ui/document-form';
import { Link } from '#ui/link';
import { editArticle } from './actions';

export const metadata: Metadata = { title: 'Edit article' };

export default async function EditArticlePage({
  params,
  searchParams,
}: PageProps<'/articles/[articleId]/edit'>) {
  await permitted('article.edit');
  const article = await findArticle(toId((await params).articleId) ?? '');
  if (!article) notFound();
  const { title, publisher, author, url, publishedOn, revision } = article;
  return (
    <main id="main" className="narrow">
      <p className="crumbs">
        <Link href={`/articles/${article.id}`}>{title}</Link>
      </p>
      <div className="page-head">
        <h1>Edit article</h1>
      </div>
      <DocumentForm
        button="Save the details"
        fileDay={findFileDay(article.id)}
        action={editArticle.bind(null, article.id)}
        values={{
          title,
          publisher: publisher ?? '',
          author: author ?? '',
          url: url ?? '',
          publishedOn: publishedOn ?? '',
          revision: String(revision),
        }}
      />
      <section className="after-form" aria-labelledby="history-title">
        <h2 id="history-title">History</h2>
        <History
          of={{ documentId: article.id }}
          path={`/articles/${article.id}/edit` as Route}
          query={await searchParams}
        />
      </section>
    </main>
  );
}
