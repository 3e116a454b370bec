import type { Route } from 'next';
import { v7 as uuidv7 } from 'uuid';
import { findAboutText } from '#data/captures/about-text';
import { type Capture, findLatestCapture } from '#data/captures/captures';
import type { Claim } from '#data/claims/claims';
import type { Source } from '#data/documents/sources';
import { claimCode } from '#domain/claims/claim';
import { dayInWords, dayOf } from '#domain/day';
import { DOCUMENT_KIND_LABELS } from '#domain/documents/document';
import type { FormState } from '#forms/form-state';
import { timeZone } from '#process/time-zone';
import { Link } from '#ui/link';
import { ReloadWhile } from '#ui/reload-while';
import { toIndependenceQuestion } from '../other-sources';
import { attachWords } from './actions';
import { CopyPane } from './copy-pane';
import type { WordsField } from './schema';
import { WordsForm } from './words-form';

/** A source is chosen: its copy, and what its words say about the claim. */
export async function ChosenSource({
  claim,
  source,
  find,
  nth,
  typed,
}: {
  claim: Claim;
  source: Source;
  /** Words to look for in the copy, and which of their places. */
  find: string | null;
  nth: number;
  typed: FormState<WordsField>['values'];
}) {
  const { capture } = source;
  const [latest, about, question] = await Promise.all([
    findLatestCapture(source.id),
    capture ? findAboutText(capture.id) : null,
    toIndependenceQuestion(claim.id, { ...source, text: capture?.text ?? '' }),
  ]);
  const page = `/claims/${claimCode(claim.number)}/evidence/new` as Route;
  const typedBefore = Object.entries(typed).filter((field): field is [string, string] =>
    Boolean(field[1]),
  );
  const toAddress = (more: Readonly<Record<string, string>>) => {
    const fields = { source: source.id, ...Object.fromEntries(typedBefore), ...more };
    return `${page}?${new URLSearchParams(fields)}` as Route;
  };
  const isNote = !capture && !latest && source.kind === 'interview';
  return (
    <>
      <SourceLine source={source} page={page} />
      <div className="beside">
        {capture ? (
          <div>
            {latest?.state === 'pending' && latest.id !== capture.id && (
              <p className="notice" role="status">
                The desk is taking a newer copy.{' '}
                <Link href={`/sources/${source.id}`}>See the progress</Link>
              </p>
            )}
            <CopyPane
              text={capture.text}
              pages={about?.pages}
              find={find}
              nth={nth}
              toAddress={toAddress}
            />
          </div>
        ) : (
          <section aria-labelledby="copy-title" className="choosing-copy">
            <h2 id="copy-title" className="step-legend">
              <b>2</b> Which words?
            </h2>
            {!isNote && <Awaited source={source} latest={latest} page={page} />}
          </section>
        )}
        <section aria-label="The quotes and what they say">
          <WordsForm
            action={attachWords.bind(null, claim.id, source.id)}
            id={uuidv7()}
            values={typed}
            question={question}
            copy={capture ? 'here' : isNote ? 'none' : 'awaited'}
            pages={about?.pages}
          />
        </section>
      </div>
    </>
  );
}

/** The first step in a line, once it is done. */
function SourceLine({ source, page }: { source: Source; page: Route }) {
  const about = [
    DOCUMENT_KIND_LABELS[source.kind],
    source.publisher,
    source.publishedOn && dayInWords(source.publishedOn),
    source.capture && `copy of ${dayInWords(dayOf(source.capture.takenAt, timeZone()))}`,
  ].filter(Boolean);
  return (
    <section aria-label="The source" className="source-line">
      <p>
        <b className="step-number">1</b> <Link href={`/sources/${source.id}`}>{source.title}</Link>{' '}
        <span className="soft">{about.join(', ')}</span>
      </p>
      <p className="source-ways">
        {!source.underCheck && <Link href={`/sources/${source.id}/edit`}>Edit the details</Link>}
        <Link href={page}>Choose another source</Link>
      </p>
    </section>
  );
}

/** The copy is on its way, or could not be taken. Quotes can be entered in any case. */
function Awaited({
  source,
  latest,
  page,
}: {
  source: Source;
  latest: Capture | null;
  page: Route;
}) {
  if (latest?.state === 'pending') {
    return (
      <>
        <ReloadWhile besideForm />
        <div className="notice" role="status">
          <p>
            {latest.error
              ? `${latest.error} The desk tries again by itself.`
              : 'The desk is fetching and reading the source. The copy appears here by itself.'}
          </p>
          <progress aria-label="The desk is reading the source" />
          <noscript>
            <p>
              <a href={`${page}?source=${source.id}`}>Look again</a>
            </p>
          </noscript>
        </div>
      </>
    );
  }
  return (
    <p className="notice loud" role="status">
      {latest?.error ?? 'The desk has no copy of this source.'} You can attach the evidence: the
      desk looks for the quote in the next copy.{' '}
      <Link href={`/sources/${source.id}/captures/new`}>Add a copy</Link>
    </p>
  );
}
