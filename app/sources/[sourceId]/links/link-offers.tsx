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
      <h2 id="links-title">Possible connections</h2>
      <ul>
        {links.map((link) => (
          <li key={link.id} className="notice">
            <p>
              {reasonOf(link)} <Link href={`/sources/${link.other.id}`}>{link.other.title}</Link>
              {link.other.publisher && `, ${link.other.publisher}`}. {consequence(link, source)}
            </p>
            {(link.kind === 'same' ? mayMerge : mayEdit) && (
              <form action={decideLink} className="actions">
                <input type="hidden" name="link" value={link.id} />
                <input type="hidden" name="source" value={source.id} />
                {link.kind === 'same' ? (
                  isMergeable(source, link.other) && (
                    <button type="submit" name="decision" value="confirm" className="button small">
                      Merge the sources
                    </button>
                  )
                ) : (
                  <button type="submit" name="decision" value="confirm" className="button small">
                    Yes, it is a repeat
                  </button>
                )}
                <button type="submit" name="decision" value="reject" className="button small quiet">
                  {link.kind === 'same' ? 'No, two different sources' : 'No, an independent source'}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function reasonOf({ kind, score, isFrom }: OpenLink): string {
  if (kind === 'same') {
    return score === null
      ? 'The page names an address of its own. By this address, the source seems to be the same as'
      : 'The text is word for word the same as the text of';
  }
  const share = score === null ? 'much' : `${Math.round(score * 100)} %`;
  return isFrom
    ? `${share} of the text of this source is also in`
    : `This source contains ${share} of the text of`;
}

function consequence({ kind, other }: OpenLink, source: { readonly confidential: boolean }) {
  if (kind === 'derived')
    return 'A source that repeats another source does not count as independent.';
  return isMergeable(source, other)
    ? 'After the merge, all evidence uses one source.'
    : 'One of the two sources is confidential. To merge them, make both confidential or neither.';
}
