import type { Capture, PreviousCapture } from '#data/captures/captures';
import { dayInWords, dayOf } from '#domain/day';
import type { ShownPart } from '#domain/texts/shown-difference';
import { timeZone } from '#process/time-zone';
import { Link } from '#ui/link';
import { ReloadWhile } from '#ui/reload-while';
import { differenceOf } from '#work/differences';

/** What changed since the copy before, passage by passage; what stayed is not shown. */
export async function Differences({
  previous,
  capture,
  sourceId,
}: {
  previous: PreviousCapture;
  capture: Pick<Capture, 'id' | 'textSha256'>;
  sourceId: string;
}) {
  const before = (
    <Link href={`/sources/${sourceId}/captures/${previous.n}`}>
      copy {previous.n} of {dayInWords(dayOf(previous.takenAt, timeZone()))}
    </Link>
  );
  if (previous.textSha256 === capture.textSha256) {
    return <p className="soft">The text is the same as the text of {before}.</p>;
  }
  const made = await differenceOf(capture.id, previous.id);
  return (
    <section aria-labelledby="changes-title">
      <h2 id="changes-title">Changes since copy {previous.n}</h2>
      {made.is === 'beingMade' && (
        <>
          <ReloadWhile />
          <p className="notice" role="status">
            The desk is comparing this copy with {before}. The changes appear here by themselves.
          </p>
        </>
      )}
      {made.is === 'refused' && (
        <p className="notice">
          The desk could not compare this copy with {before}. {made.why}
        </p>
      )}
      {made.is === 'there' && (
        <>
          <p className="soft">Compared with {before}. Only the changes are shown.</p>
          <ol className="passages" aria-label="Changed passages">
            {made.difference.passages.map(({ parts, beforeAt, afterAt }) => (
              <li key={`${beforeAt}-${afterAt}`}>
                <Parts parts={parts} />
              </li>
            ))}
          </ol>
          {made.difference.total > made.difference.passages.length && (
            <p className="soft">
              And {made.difference.total - made.difference.passages.length} more passages: almost
              the whole text changed.
            </p>
          )}
        </>
      )}
    </section>
  );
}

// Few screen readers say that words are removed or added, so the words say it themselves.
function Parts({ parts }: { parts: readonly ShownPart[] }) {
  let at = 0;
  return parts.map(({ kind, text, leftOut }) => {
    const key = at;
    at += text.length;
    if (kind === 'same') return <span key={key}>{text}</span>;
    const Changed = kind === 'removed' ? 'del' : 'ins';
    return (
      <Changed key={key}>
        <span className="visually-hidden">[{kind}: </span>
        {text}
        {leftOut > 0 && ` … and ${leftOut.toLocaleString('en')} more characters`}
        <span className="visually-hidden">]</span>
      </Changed>
    );
  });
}
