import type { Capture } from '#data/captures/captures';
import { sizeInWords } from '#domain/text';
import { Link } from '#ui/link';
import { Time } from '#ui/time';

const STATES = { pending: 'In progress', complete: 'Complete', failed: 'Failed' } as const;
const METHODS = { fetch: 'fetched', upload: 'uploaded', paste: 'pasted' } as const;

/** The copies of a document, newest first, each with what became of it. */
export function CaptureList({
  sourceId,
  captures,
  tryNow,
  readId,
}: {
  sourceId: string;
  captures: readonly Capture[];
  /** Null for who may only read. */
  tryNow: ((formData: FormData) => Promise<void>) | null;
  /** The latest complete capture, which new evidence quotes. */
  readId: string | null;
}) {
  return (
    <ol className="copies" reversed>
      {captures.map((capture) => (
        <li key={capture.id} className="copy-line" data-state={capture.state}>
          <p className="copy-head">
            <Link href={`/sources/${sourceId}/captures/${capture.n}`}>Copy {capture.n}</Link>
            <span className="badge" data-tone={TONES[capture.state]}>
              {capture.wall ? WALLED[capture.state] : STATES[capture.state]}
            </span>
            {capture.id === readId && <span className="chip">used for new evidence</span>}
            {capture.changedFromPrevious && <span className="chip">text changed</span>}
            {capture.changedFromPrevious === false && <span className="chip">same text</span>}
            {capture.takedownReason !== null && <span className="chip">taken down</span>}
          </p>
          <p className="soft">
            {METHODS[capture.method]} {capture.takenBy ? `for ${capture.takenBy}` : 'by the desk'},{' '}
            <Time at={capture.takenAt} />
            {capture.httpStatus !== null && `, HTTP status ${capture.httpStatus}`}
            {capture.size !== null && `, ${sizeInWords(capture.size)}`}
            {capture.fileName && `, ${capture.fileName}`}
          </p>
          {capture.error && (
            <p className={capture.state === 'failed' ? 'notice loud' : 'notice'}>{capture.error}</p>
          )}
          {capture.state === 'pending' && (
            <Pending capture={capture} sourceId={sourceId} tryNow={tryNow} />
          )}
          {capture.sha256 && capture.state !== 'pending' && (
            <p className="hash">
              <span className="soft">SHA-256 </span>
              {capture.sha256}
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
  capture,
  sourceId,
  tryNow,
}: {
  capture: Capture;
  sourceId: string;
  tryNow: ((formData: FormData) => Promise<void>) | null;
}) {
  if (!capture.notBefore) {
    return (
      <p role="status">
        {capture.method === 'fetch'
          ? 'The desk is fetching and reading the source.'
          : 'The desk is reading the source.'}{' '}
        The copy appears here by itself.
      </p>
    );
  }
  return (
    <div className="copy-retry" role="status">
      <p>
        The desk tries again by itself at <Time at={capture.notBefore} />.
      </p>
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
