import type { Metadata } from 'next';
import { permitted } from '#accounts/permitted';
import { listSourcePage } from '#data/documents/sources';
import { dayInWords } from '#domain/day';
import { DOCUMENT_KIND_LABELS } from '#domain/documents/document';
import { isPermitted } from '#domain/people/permission';
import { toId, toText } from '#http/query';
import { FindForm } from '#ui/find-form';
import { Link } from '#ui/link';
import './sources.css';

export const metadata: Metadata = { title: 'Sources' };

const PAGE_SIZE = 50;

export default async function SourcesPage({ searchParams }: PageProps<'/sources'>) {
  const { role } = await permitted('desk.read');
  const mayAdd = isPermitted(role, 'source.add');
  const query = await searchParams;
  const [after, before, words] = [toId(query.after), toId(query.before), toText(query.words)];
  const { lines, newer, older } = listSourcePage(
    { words, seesConfidential: isPermitted(role, 'source.confidential') },
    { after, before },
    PAGE_SIZE,
  );
  const isPart = after !== null || before !== null || words !== null;
  return (
    <main id="main">
      <div className="page-head">
        <div>
          <h1>Sources</h1>
          <p className="lede">The sources of evidence, with the desk’s own copies.</p>
        </div>
        <div className="actions">
          <Link className="button" href="/sources/publishers">
            Publishers
          </Link>
          {mayAdd && (
            <Link className="button primary" href="/sources/new">
              New source
            </Link>
          )}
        </div>
      </div>
      {(lines.length > 0 || isPart) && (
        <FindForm name="words" label="Words in the title, publisher or address" value={words} />
      )}
      {lines.length === 0 ? (
        <div className="empty">
          <h2>{isPart ? 'No sources here' : 'No sources yet'}</h2>
          <p>
            {words
              ? `No source has “${words}” in its title, publisher or address.`
              : isPart
                ? 'This page has no sources.'
                : 'Sources are added with the evidence on a claim, or here.'}
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
                {line.state === 'pending' && <span className="chip">in progress</span>}
                {line.state === 'failed' && <span className="chip bad">latest copy failed</span>}
              </p>
              <dl className="tallies num">
                <div>
                  <dt>pieces of evidence</dt>
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
          {newer && <Link href={`/sources?${toQuery(words, { before: newer })}`}>Newer</Link>}
          {older && <Link href={`/sources?${toQuery(words, { after: older })}`}>Older</Link>}
        </nav>
      )}
    </main>
  );
}

const toQuery = (words: string | null, page: Record<string, string>) =>
  new URLSearchParams({ ...(words && { words }), ...page }).toString();
