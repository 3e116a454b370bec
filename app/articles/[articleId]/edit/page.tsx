import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { findFileDay } from '#data/captures/about-text';
import { findArticleStanding, isArticleRemovable } from '#data/documents/article-plan';
import { findArticle } from '#data/documents/articles';
import { listAssignees } from '#data/review/planning';
import { isPermitted, type Permission } from '#domain/people/permission';
import { toId } from '#http/query';
import { History } from '#review/history';
import { DocumentForm } from '#ui/document-form';
import { Link } from '#ui/link';
import { shelveArticle } from '../shelve-actions';
import { ShelveForm } from '../shelve-form';
import { editArticle } from './actions';
import { planArticle } from './plan/actions';
import { ArticlePlanForm } from './plan/plan-forms';

export const metadata: Metadata = { title: 'Edit article' };

export default async function EditArticlePage({
  params,
  searchParams,
}: PageProps<'/articles/[articleId]/edit'>) {
  const { role } = await permitted('article.edit');
  const may = (permission: Permission) => isPermitted(role, permission);
  const article = await findArticle(toId((await params).articleId) ?? '');
  if (!article) notFound();
  const standing = await findArticleStanding(article.id);
  const { title, publisher, author, url, publishedOn, speaker, revision } = article;
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
          speaker: speaker ?? '',
          revision: String(revision),
        }}
      />
      {may('article.plan') && (
        <section className="after-form" aria-labelledby="plan-title">
          <h2 id="plan-title">Plan</h2>
          <ArticlePlanForm
            action={planArticle.bind(null, article.id)}
            values={{ assignee: standing.assigneeId ?? '', dueOn: standing.dueOn ?? '' }}
            people={listAssignees()}
          />
        </section>
      )}
      {may('article.archive') && (
        <section className="after-form" aria-labelledby="archive-title">
          <h2 id="archive-title">Archive</h2>
          <ShelveForm
            action={shelveArticle.bind(null, article.id)}
            isArchived={standing.archivedAt !== null}
            isRemovable={await isArticleRemovable(article.id)}
          />
        </section>
      )}
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
