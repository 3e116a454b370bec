import type { Metadata } from 'next';
import { permitted } from '#accounts/permitted';
import { listArticles } from '#data/documents/articles';
import { dayInWords } from '#domain/day';
import { isPermitted } from '#domain/people/permission';
import { toId } from '#http/query';
import { Link } from '#ui/link';

export const metadata: Metadata = { title: 'Articles' };

const PAGE_SIZE = 50;

export default async function ArticlesPage({ searchParams }: PageProps<'/articles'>) {
  const { role } = await permitted('desk.read');
  const mayAdd = isPermitted(role, 'article.add');
  const { after, before } = await searchParams;
  const { lines, newer, older } = listArticles(
    { after: toId(after), before: toId(before) },
    PAGE_SIZE,
  );
  return (
    <main id="main">
      <div className="page-head">
        <div>
          <h1>Articles</h1>
          <p className="lede">The articles that the desk checks.</p>
        </div>
        {mayAdd && (
          <Link className="button primary" href="/articles/new">
            New article
          </Link>
        )}
      </div>
      {lines.length === 0 ? (
        <div className="empty">
          <h2>No articles yet</h2>
          <p>Paste the first article. The desk finds the claims in it.</p>
          {mayAdd && (
            <Link className="button primary" href="/articles/new">
              New article
            </Link>
          )}
        </div>
      ) : (
        <ul className="articles">
          {lines.map((line) => (
            <li key={line.id}>
              <h2>
                <Link href={`/articles/${line.id}`}>{line.title}</Link>
              </h2>
              <p className="soft">
                {[line.publisher, line.publishedOn && dayInWords(line.publishedOn)]
                  .filter(Boolean)
                  .join(', ') || 'No publisher and no date'}
              </p>
              <dl className="tallies num">
                <div>
                  <dt>claims</dt>
                  <dd>{line.claims}</dd>
                </div>
                <div>
                  <dt>to look at</dt>
                  <dd>{line.suggested}</dd>
                </div>
                <div>
                  <dt>with a verdict</dt>
                  <dd>{line.answered}</dd>
                </div>
              </dl>
            </li>
          ))}
        </ul>
      )}
      {(newer || older) && (
        <nav className="pages" aria-label="Pages">
          {newer && <Link href={`/articles?before=${newer}`}>Newer</Link>}
          {older && <Link href={`/articles?after=${older}`}>Older</Link>}
        </nav>
      )}
    </main>
  );
}
