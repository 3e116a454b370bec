import type { Metadata } from 'next';
import { forbidden, notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { findFileDay } from '#data/captures/about-text';
import { findLatestCapture } from '#data/captures/captures';
import { findArticle, findUnreadArticle } from '#data/documents/articles';
import { findReading } from '#data/readings/readings';
import { isPermitted } from '#domain/people/permission';
import { toId } from '#http/query';
import { CopyText } from '#ui/copy-text';
import { DocumentForm } from '#ui/document-form';
import { Link } from '#ui/link';
import { ReloadWhile } from '#ui/reload-while';
import { ReadingProgress } from '../reading-progress';
import { findClaims } from './actions';

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
  const latest = await findLatestCapture(id);
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
        <p className="notice loud" role="status">
          {latest.error} <Link href={`/sources/${id}/captures/new`}>Add another copy</Link> by
          address, file or text, or <Link href={`/sources/${id}`}>look at the failed copy</Link>.
        </p>
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
