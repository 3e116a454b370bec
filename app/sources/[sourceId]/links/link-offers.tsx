import type { OpenLink } from '#data/documents/document-links';
import { isMergeable } from '#domain/documents/document';
import { Link } from '#ui/link';
import { decideLink } from './actions';

/** What the desk noticed of this source and others, to be confirmed or rejected. */
export function LinkOffers({
  source,
  links,
  mayMerge,
  mayEdit,
}: {
  source: { readonly id: string; readonly confidential: boolean };
  links: readonly OpenLink[];
  mayMerge: boolean;
  mayEdit: boolean;
}) {
  if (links.length === 0) return null;
  return (
    <section aria-labelledby="links-title" className="link-offers">
      <h2 id="links-title">The desk noticed</h2>
      <ul>
        {links.map((link) => (
          <li key={link.id} className="notice">
            <p>
              {noticed(link)} <Link href={`/sources/${link.other.id}`}>{link.other.title}</Link>
              {link.other.publisher && `, ${link.other.publisher}`}. {consequence(link, source)}
            </p>
            {(link.kind === 'same' ? mayMerge : mayEdit) && (
              <form action={decideLink} className="actions">
                <input type="hidden" name="link" value={link.id} />
                <input type="hidden" name="source" value={source.id} />
                {link.kind === 'same' ? (
                  isMergeable(source, link.other) && (
                    <button type="submit" name="decision" value="confirm" className="button small">
                      Merge the two
                    </button>
                  )
                ) : (
                  <button type="submit" name="decision" value="confirm" className="button small">
                    Yes, it repeats it
                  </button>
                )}
                <button type="submit" name="decision" value="reject" className="button small quiet">
                  {link.kind === 'same' ? 'They are two' : 'No, it stands on its own'}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function noticed({ kind, score, isFrom }: OpenLink): string {
  if (kind === 'same') {
    return score === null
      ? 'By the address that it names as its own, this seems to be'
      : 'Word for word, this is the same text as';
  }
  const share = score === null ? 'Much' : `${Math.round(score * 100)} %`;
  return isFrom
    ? `${share} of the text of this source stands in`
    : `${share} of the text of another source stands in this one:`;
}

function consequence({ kind, other }: OpenLink, source: { readonly confidential: boolean }) {
  if (kind === 'derived') return 'A source that repeats another counts as one with it.';
  return isMergeable(source, other)
    ? 'Merged, the evidence that leans on either leans on one.'
    : 'One of the two is confidential: mark both so, or take it off, and merge then.';
}
