import { v7 as uuidv7 } from 'uuid';
import { findLatestCapture } from '#data/captures/captures';
import type { Claim } from '#data/claims/claims';
import type { Source } from '#data/documents/sources';
import { dayInWords, dayOf } from '#domain/day';
import { timeZone } from '#process/time-zone';
import { CopyText } from '#ui/copy-text';
import { FindForm } from '#ui/find-form';
import { Link } from '#ui/link';
import { ReloadWhile } from '#ui/reload-while';
import { attachWords } from './actions';
import { WordsForm } from './words-form';

/** The second part: the desk's copy of a source, and what its words say about the claim. */
export async function ChosenSource({
  claim,
  source,
  find,
  typed,
}: {
  claim: Claim;
  source: Source;
  /** Words to look for in a long copy. */
  find: string | null;
  typed: { readonly [K in 'quote' | 'stance' | 'directness' | 'note']: string };
}) {
  const { capture } = source;
  const latest = await findLatestCapture(source.id);
  const isPending = latest?.state === 'pending';
  const about = (
    <p className="notice">
      Source: <Link href={`/sources/${source.id}`}>{source.title}</Link>
      {source.publisher && `, ${source.publisher}`}
      {capture && `, copy of ${dayInWords(dayOf(capture.takenAt, timeZone()))}`}.
    </p>
  );
  if (!capture && source.kind !== 'interview') {
    return (
      <>
        {about}
        {isPending ? (
          <>
            <ReloadWhile />
            <p className="notice" role="status">
              {latest.error
                ? `${latest.error} The desk tries again by itself. `
                : 'The desk is fetching and reading the source. The text appears here by itself. '}
              <Link href={`/sources/${source.id}`}>See the progress</Link>
            </p>
          </>
        ) : (
          <p className="notice loud" role="status">
            {latest?.error ?? 'The desk has no copy of this source.'}{' '}
            <Link href={`/sources/${source.id}/captures/new`}>Add a copy</Link>, then come back
            here.
          </p>
        )}
      </>
    );
  }
  const text = capture?.text ?? '';
  const at = find === null ? -1 : text.toLowerCase().indexOf(find.toLowerCase());
  return (
    <>
      {about}
      {latest && latest.id !== capture?.id && isPending && (
        <p className="notice" role="status">
          The desk is taking a newer copy.{' '}
          <Link href={`/sources/${source.id}`}>See the progress</Link>
        </p>
      )}
      <div className="beside">
        {capture && (
          <section aria-labelledby="copy-title" className="choosing-copy">
            <h2 id="copy-title">The desk’s copy</h2>
            <FindForm
              name="find"
              label="Find in the copy"
              value={find}
              hidden={{ source: source.id }}
            />
            {find !== null && (
              <p role="status" className="soft">
                {at < 0
                  ? `The copy does not have “${find}”.`
                  : `The copy is shown from “${find}” on.`}
              </p>
            )}
            <section className="copy-scroll" aria-label="Text of the copy">
              <CopyText
                text={text}
                at={at < 0 ? null : at}
                marks={at < 0 ? [] : [{ id: 'found', start: at, end: at + (find ?? '').length }]}
              />
            </section>
          </section>
        )}
        <section aria-labelledby="words-title">
          <h2 id="words-title">What the source says about the claim</h2>
          <WordsForm
            action={attachWords.bind(null, claim.id, source.id)}
            id={uuidv7()}
            values={typed}
            isCopy={capture !== null}
          />
        </section>
      </div>
    </>
  );
}
