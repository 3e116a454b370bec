import type { Metadata } from 'next';
import { forbidden, notFound, redirect } from 'next/navigation';
import { v7 as uuidv7 } from 'uuid';
import { permitted } from '#accounts/permitted';
import { findFileDay } from '#data/captures/about-text';
import { findLatestCapture } from '#data/captures/captures';
import { findArticleStanding, isArticleRemovable } from '#data/documents/article-plan';
import { findArticle, findUnreadArticle } from '#data/documents/articles';
import { findReading } from '#data/readings/readings';
import { isPermitted } from '#domain/people/permission';
import { toId } from '#http/query';
import { CopyText } from '#ui/copy-text';
import { DocumentForm } from '#ui/document-form';
import { Link } from '#ui/link';
import { ReloadWhile } from '#ui/reload-while';
import { ReadingProgress } from '../reading-progress';
import { shelveArticle } from '../shelve-actions';
import { ShelveForm } from '../shelve-form';
import { findClaims } from './actions';
import { recoverArticle } from './recover-actions';
import { RecoverForm } from './recover-form';

export const metadata: Metadata = { title: 'Reading the article' };

export default async function ReadingPage({ params }: PageProps<'/articles/[articleId]/reading'>) {
  const { role } = await permitted('desk.read');
  const id = toId((await params).articleId) ?? '';
  const article = await findUnreadArticle(id);
  if (!article) {
    if (await findArticle(id)) redirect(`/articles/${id}`);
    notFound();
  }
  const reading = await findReading(id);
  if (reading && reading.state !== 'failed') {
    return (
      <main id="main" className="narrow">
        <p className="crumbs">
          <Link href="/articles">Articles</Link>
        </p>
        <div className="page-head">
          <h1>{article.title}</h1>
        </div>
        <ReadingProgress reading={reading} mayChoose={isPermitted(role, 'article.readAgain')} />
      </main>
    );
  }
  if (!isPermitted(role, 'article.add')) forbidden();
  const [latest, standing] = await Promise.all([findLatestCapture(id), findArticleStanding(id)]);
  const { capture } = article;
  return (
    <main id="main" className="narrow">
      <p className="crumbs">
        <Link href="/articles">Articles</Link>
      </p>
      <div className="page-head">
        <div>
          <h1>{article.title}</h1>
          {capture && (
            <p className="lede">
              Check the details that the desk read, and correct them. The desk needs the publication
              date to tell which day “on Friday” means.
            </p>
          )}
        </div>
      </div>
      {reading && <ReadingProgress reading={reading} mayChoose={false} />}
      {latest?.state === 'pending' && (
        <>
          <ReloadWhile />
          <p className="notice" role="status">
            {latest.error
              ? `${latest.error} The desk tries again by itself.`
              : 'The desk is fetching and reading the article. The text appears here by itself.'}{' '}
            <Link href={`/sources/${id}`}>See the progress</Link>
          </p>
        </>
      )}
      {!capture && latest?.state === 'failed' && (
        <>
          <p className="notice loud" role="status">
            {latest.error} <Link href={`/sources/${id}`}>See the failed copy</Link>
          </p>
          <RecoverForm
            action={recoverArticle.bind(null, id)}
            id={uuidv7()}
            hasAddress={article.url !== null}
          />
          {isPermitted(role, 'article.archive') && (
            <section className="after-form" aria-labelledby="archive-title">
              <h2 id="archive-title">Archive</h2>
              <ShelveForm
                action={shelveArticle.bind(null, id)}
                isArchived={standing.archivedAt !== null}
                isRemovable={await isArticleRemovable(id)}
              />
            </section>
          )}
        </>
      )}
      {capture && (
        <>
          <DocumentForm
            button="Find the claims"
            busy="Reading the article…"
            fileDay={findFileDay(id)}
            action={findClaims.bind(null, id)}
            values={{
              title: article.title,
              publisher: article.publisher ?? '',
              author: article.author ?? '',
              url: article.url ?? '',
              publishedOn: article.publishedOn ?? '',
              speaker: article.speaker ?? '',
              revision: String(article.revision),
            }}
          />
          <section className="after-form" aria-labelledby="text-title">
            <h2 id="text-title">
              Text of the article, from{' '}
              <Link href={`/sources/${id}/captures/${capture.n}`}>the copy</Link>
            </h2>
            <CopyText text={capture.text} at={null} marks={[]} />
          </section>
        </>
      )}
    </main>
  );
}
