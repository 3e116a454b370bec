import type { SignedIn } from '#accounts/signed-in';
import type { Claim } from '#data/claims/claims';
import { listSourcePage } from '#data/documents/sources';
import { claimCode } from '#domain/claims/claim';
import { dayInWords } from '#domain/day';
import { DOCUMENT_KIND_LABELS } from '#domain/documents/document';
import { isPermitted } from '#domain/people/permission';
import { FindForm } from '#ui/find-form';
import { Link } from '#ui/link';

const FOUND = 10;

/** Looks among all sources that the desk holds, of which the form below offers but the newest. */
export function FindSource({
  claim,
  person,
  words,
}: {
  claim: Claim;
  person: SignedIn;
  words: string | null;
}) {
  return (
    <section className="find-source" aria-label="Find a source on the desk">
      <FindForm name="words" label="Find a source on the desk" value={words} />
      {words !== null && <Found claim={claim} person={person} words={words} />}
    </section>
  );
}

function Found({ claim, person, words }: { claim: Claim; person: SignedIn; words: string }) {
  const { lines, older } = listSourcePage(
    { words, seesConfidential: isPermitted(person.role, 'source.confidential') },
    { after: null, before: null },
    FOUND,
  );
  return (
    <>
      <p role="status" className="soft">
        {lines.length === 0
          ? `No source has “${words}” in its title, publisher or address: add the source below.`
          : older
            ? `The newest ${FOUND} sources with “${words}”. Add a word to see fewer sources.`
            : 'Choose a source to read its copy and select the words.'}
      </p>
      <ul>
        {lines.map(({ id, title, publisher, publishedOn, kind }) => (
          <li key={id}>
            <Link href={`/claims/${claimCode(claim.number)}/evidence/new?source=${id}`}>
              {title}
            </Link>{' '}
            <span className="soft">
              {[DOCUMENT_KIND_LABELS[kind], publisher, publishedOn && dayInWords(publishedOn)]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
