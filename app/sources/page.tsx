import type { Metadata } from 'next';
import { permitted } from '#accounts/permitted';
import { listSourcePage } from '#data/sources';
import { dayInWords } from '#domain/day';
import { DOCUMENT_KIND_LABELS } from '#domain/document';
import { isPermitted } from '#domain/permission';
import { toId } from '#forms/address';
import { Link } from '#ui/link';
import './sources.css';

export const metadata: Metadata = { title: 'Sources' };

const PAGE_SIZE = 50;

export default async function SourcesPage({ searchParams }: PageProps<'/sources'>) {
  const { role } = await permitted('desk.read');
  const mayAdd = isPermitted(role, 'source.add');
  const { after, before } = await searchParams;
  const { lines, newer, older } = listSourcePage(
    { after: toId(after), before: toId(before) },
    PAGE_SIZE,
    isPermitted(role, 'source.confidential'),
  );
  return (
    <main id="main">
      <div className="page-head">
        <div>
          <h1>Sources</h1>
          <p className="lede">What the desk relies on, with its own copies.</p>
        </div>
        {mayAdd && (
          <Link className="button primary" href="/sources/new">
            New source
          </Link>
        )}
      </div>
      {lines.length === 0 ? (
        <div className="empty">
          <h2>No sources yet</h2>
          <p>
            {newer || older || after || before
              ? 'There are none on this page.'
              : 'They come with the evidence on a claim, or one by one here.'}
          </p>
        </div>
      ) : (
        <ul className="articles">
          {lines.map((line) => (
            <li key={line.id}>
              <h2>
                <Link href={`/sources/${line.id}`}>{line.title}</Link>
              </h2>
              <p className="soft">
                {[
                  DOCUMENT_KIND_LABELS[line.kind],
                  line.publisher,
                  line.publishedOn && dayInWords(line.publishedOn),
                ]
                  .filter(Boolean)
                  .join(', ')}
                {line.confidential && <span className="chip">confidential</span>}
                {line.state === 'pending' && <span className="chip">being fetched or read</span>}
                {line.state === 'failed' && <span className="chip bad">latest copy failed</span>}
              </p>
              <dl className="tallies num">
                <div>
                  <dt>leaning on it</dt>
                  <dd>{line.evidence}</dd>
                </div>
                <div>
                  <dt>copies</dt>
                  <dd>{line.copies}</dd>
                </div>
              </dl>
            </li>
          ))}
        </ul>
      )}
      {(newer || older) && (
        <nav className="pages" aria-label="Pages">
          {newer && <Link href={`/sources?before=${newer}`}>Newer</Link>}
          {older && <Link href={`/sources?after=${older}`}>Older</Link>}
        </nav>
      )}
    </main>
  );
}
