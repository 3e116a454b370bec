import { v7 as uuidv7 } from 'uuid';
import type { Source } from '#data/documents/sources';
import { dayInWords } from '#domain/day';
import { Link } from '#ui/link';
import { captureAgain } from './captures/actions';

/** The title of a source, what is known of it, and what can be done with it. */
export function SourceHead({
  source,
  mayEdit,
  mayAdd,
  isPending,
}: {
  source: Source;
  mayEdit: boolean;
  mayAdd: boolean;
  /** Whether a copy is being taken: no other is asked for meanwhile. */
  isPending: boolean;
}) {
  return (
    <>
      <p className="crumbs">
        {source.underCheck ? (
          <>
            <Link href="/articles">Articles</Link> /{' '}
            <Link href={`/articles/${source.id}`}>{source.title}</Link>
          </>
        ) : (
          <Link href="/sources">Sources</Link>
        )}
      </p>
      <div className="page-head">
        <div>
          <h1>{source.underCheck ? `Copies of ${source.title}` : source.title}</h1>
          <p className="lede">
            {[source.publisher, source.author, source.publishedOn && dayInWords(source.publishedOn)]
              .filter(Boolean)
              .join(', ')}{' '}
            {source.url && (
              <a href={source.url} rel="noreferrer">
                Original
              </a>
            )}
          </p>
        </div>
        <div className="actions">
          {!source.underCheck && mayEdit && (
            <Link className="button" href={`/sources/${source.id}/edit`}>
              Edit details
            </Link>
          )}
          {mayAdd && source.url && !isPending && (
            <form action={captureAgain}>
              <input type="hidden" name="id" value={uuidv7()} />
              <input type="hidden" name="source" value={source.id} />
              <button type="submit" className="button">
                Take a new copy
              </button>
            </form>
          )}
          {mayAdd && (
            <Link className="button" href={`/sources/${source.id}/captures/new`}>
              Add a copy
            </Link>
          )}
        </div>
      </div>
    </>
  );
}
