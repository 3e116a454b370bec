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
  const { after, before, archived } = await searchParams;
  const isArchived = archived === 'yes';
  const { lines, newer, older } = listArticles(
    { after: toId(after), before: toId(before) },
    PAGE_SIZE,
    { isArchived },
  );
  return (
    <main id="main">
      <div className="page-head">
        <div>
          <h1>{isArchived ? 'Archived articles' : 'Articles'}</h1>
          <p className="lede">
            {isArchived ? (
              <Link href="/articles">The articles that the desk checks</Link>
            ) : (
              <>
                The articles that the desk checks.{' '}
                <Link href="/articles?archived=yes">Archived articles</Link>
              </>
            )}
          </p>
        </div>
        {mayAdd && (
          <Link className="button primary" href="/articles/new">
            New article
          </Link>
        )}
      </div>
      {lines.length === 0 && isArchived ? (
        <div className="empty">
          <p>No article is archived.</p>
        </div>
      ) : lines.length === 0 ? (
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
              <p className="soft">{factsOf(line)}</p>
              <dl className="tallies num">
                <div>
                  <dt>claims</dt>
                  <dd>{line.claims}</dd>
                </div>
                <div>
                  <dt>decided</dt>
                  <dd>{line.claims - line.suggested}</dd>
                </div>
                <div>
                  <dt>suggestions</dt>
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
          {newer && (
            <Link href={`/articles?before=${newer}${isArchived ? '&archived=yes' : ''}`}>
              Newer
            </Link>
          )}
          {older && (
            <Link href={`/articles?after=${older}${isArchived ? '&archived=yes' : ''}`}>Older</Link>
          )}
        </nav>
      )}
    </main>
  );
}

type Line = ReturnType<typeof listArticles>['lines'][number];

/** 'The Courier, 1 May 2025, assigned to Noor, due 3 May 2025' */
const factsOf = ({ publisher, publishedOn, assignee, dueOn, sample }: Line) =>
  [
    publisher,
    publishedOn && dayInWords(publishedOn) + (sample ? ' (set for the sample)' : ''),
    assignee && `assigned to ${assignee}`,
    dueOn && `due ${dayInWords(dueOn)}`,
  ]
    .filter(Boolean)
    .join(', ') || 'No publisher and no date';
