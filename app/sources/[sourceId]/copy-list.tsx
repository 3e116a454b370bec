import type { Capture } from '#data/captures/captures';
import { sizeInWords } from '#domain/text';
import { Link } from '#ui/link';

const STATES = { pending: 'In progress', complete: 'Complete', failed: 'Failed' } as const;
const METHODS = { fetch: 'fetched', upload: 'uploaded', paste: 'pasted' } as const;

/** The copies of a document, newest first, each with what became of it. */
export function CopyList({
  sourceId,
  copies,
  tryNow,
  readId,
}: {
  sourceId: string;
  copies: readonly Capture[];
  /** Null for who may only read. */
  tryNow: ((formData: FormData) => Promise<void>) | null;
  /** The latest complete one, on which new evidence leans. */
  readId: string | null;
}) {
  return (
    <ol className="copies" reversed>
      {copies.map((copy) => (
        <li key={copy.id} className="copy-line" data-state={copy.state}>
          <p className="copy-head">
            <Link href={`/sources/${sourceId}/captures/${copy.n}`}>Copy {copy.n}</Link>
            <span className="badge" data-tone={TONES[copy.state]}>
              {copy.wall ? WALLED[copy.state] : STATES[copy.state]}
            </span>
            {copy.id === readId && <span className="chip">used for new evidence</span>}
            {copy.changedFromPrevious && <span className="chip">text changed</span>}
            {copy.changedFromPrevious === false && <span className="chip">same text</span>}
            {copy.takedownReason !== null && <span className="chip">taken down</span>}
          </p>
          <p className="soft">
            {METHODS[copy.method]} {copy.takenBy ? `for ${copy.takenBy}` : 'by the desk'},{' '}
            <time dateTime={copy.takenAt.toISOString()}>{toMinute(copy.takenAt)}</time>
            {copy.httpStatus !== null && `, HTTP status ${copy.httpStatus}`}
            {copy.size !== null && `, ${sizeInWords(copy.size)}`}
            {copy.fileName && `, ${copy.fileName}`}
          </p>
          {copy.error && (
            <p className={copy.state === 'failed' ? 'notice loud' : 'notice'}>{copy.error}</p>
          )}
          {copy.state === 'pending' && <Pending copy={copy} sourceId={sourceId} tryNow={tryNow} />}
          {copy.sha256 && copy.state !== 'pending' && (
            <p className="hash">
              <span className="soft">SHA-256 </span>
              {copy.sha256}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

const TONES = { pending: 'suggested', complete: 'approved', failed: 'Refuted' } as const;

// A page that somebody took as it is keeps no wall; one that stands before the document does.
const WALLED = { pending: STATES.pending, complete: STATES.complete, failed: 'Not the document' };

function Pending({
  copy,
  sourceId,
  tryNow,
}: {
  copy: Capture;
  sourceId: string;
  tryNow: ((formData: FormData) => Promise<void>) | null;
}) {
  if (!copy.notBefore) {
    return (
      <p role="status">
        {copy.method === 'fetch'
          ? 'The desk is fetching and reading the source.'
          : 'The desk is reading the source.'}{' '}
        The copy appears here by itself.
      </p>
    );
  }
  return (
    <div className="copy-retry" role="status">
      <p>The desk tries again by itself at {toMinute(copy.notBefore)}.</p>
      {tryNow && (
        <form action={tryNow}>
          <input type="hidden" name="source" value={sourceId} />
          <button type="submit" className="button small">
            Try now
          </button>
        </form>
      )}
    </div>
  );
}

export const toMinute = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
