import type { Evidence } from '#data/evidence/evidence';
import { toWordsAddress } from '#domain/documents/words-address';
import { Link } from '#ui/link';
import { ReloadWhile } from '#ui/reload-while';

/** Where the quote of a piece of evidence is in its source; or that the desk still looks for it. */
export function QuoteInSource({ item, canEdit }: { item: Evidence; canEdit: boolean }) {
  const { capture, source } = item;
  if (item.check === 'waiting') {
    return (
      <div className="notice" role="status">
        <ReloadWhile besideForm />
        <p>
          {capture?.error ? `${capture.error} The desk tries again by itself. ` : ''}
          The quote is not checked yet: the desk is taking a copy of the source, and then looks for
          the quote in it.
        </p>
        <progress aria-label="The desk is taking a copy" />
      </div>
    );
  }
  if (item.check === 'failed') {
    return (
      <p className="notice loud" role="status">
        The quote is not checked: the desk has no copy of the source. {capture?.error}{' '}
        {canEdit && <Link href={`/sources/${source.id}/captures/new`}>Add a copy</Link>}
      </p>
    );
  }
  const address = item.find.found === 'absent' ? null : addressOf(item);
  if (item.page === null && address === null) return null;
  return (
    <p className="quote-place">
      {item.page !== null && <span className="num">p. {item.page}</span>}{' '}
      {address && (
        <a href={address} rel="noreferrer nofollow">
          {item.page === null ? 'These words on the page' : 'This page of the file'}
        </a>
      )}
    </p>
  );
}

/** The address of the words in the original; only of a source on the web. */
function addressOf({ source, page, quote, standsAs }: Evidence): string | null {
  if (!source.url || !/^https?:\/\//i.test(source.url)) return null;
  return toWordsAddress(source.url, { words: standsAs ?? quote, page });
}

/** The answer of a reviewer to whether the source is independent; null where nobody was asked. */
export function independenceInWords({ independent, comesFrom }: Evidence['independence']) {
  if (independent) return 'independent';
  return comesFrom === null ? null : `repeats ${comesFrom}`;
}
