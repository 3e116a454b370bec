import { dayInWords, dayOf } from '#domain/day';
import { changedPassages, type DiffPart } from '#domain/word-diff';
import { Link } from '#ui/link';

// A page that became another one has as many passages as paragraphs: nobody reads them all.
const SHOWN = 200;

/** What changed since the copy before, passage by passage; what stayed is not shown. */
export function Differences({
  previous,
  text,
  sourceId,
}: {
  previous: { readonly n: number; readonly takenAt: Date; readonly text: string };
  text: string;
  sourceId: string;
}) {
  const before = (
    <Link href={`/sources/${sourceId}/captures/${previous.n}`}>
      copy {previous.n} of {dayInWords(dayOf(previous.takenAt))}
    </Link>
  );
  if (previous.text === text) {
    return <p className="soft">The text is the same as that of {before}.</p>;
  }
  const passages = changedPassages(previous.text, text);
  return (
    <section aria-labelledby="changes-title">
      <h2 id="changes-title">What changed since copy {previous.n}</h2>
      <p className="soft">Held against {before}. What stayed is left out.</p>
      <ol className="passages" aria-label="Changed passages">
        {passages.slice(0, SHOWN).map(({ parts, beforeAt, afterAt }) => (
          <li key={`${beforeAt}-${afterAt}`}>
            <Parts parts={parts} />
          </li>
        ))}
      </ol>
      {passages.length > SHOWN && (
        <p className="soft">
          And {passages.length - SHOWN} more passages: almost everything is another text.
        </p>
      )}
    </section>
  );
}

// Few screen readers say that words are removed or added, so the words say it themselves.
function Parts({ parts }: { parts: readonly DiffPart[] }) {
  let at = 0;
  return parts.map(({ kind, text }) => {
    const key = at;
    at += text.length;
    if (kind === 'same') return <span key={key}>{text}</span>;
    const Changed = kind === 'removed' ? 'del' : 'ins';
    return (
      <Changed key={key}>
        <span className="visually-hidden">[{kind}: </span>
        {text}
        <span className="visually-hidden">]</span>
      </Changed>
    );
  });
}
