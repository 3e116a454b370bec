import Link from 'next/link';
import { dayInWords, dayOf } from '#domain/day';
import { diffWords } from '#domain/word-diff';

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
  return (
    <section aria-labelledby="changes-title">
      <h2 id="changes-title">What changed since copy {previous.n}</h2>
      <p className="soft">Held against {before}. What stayed is left out.</p>
      <p className="passage">
        {diffWords(previous.text, text).map(({ kind, text: words }) => (
          <span key={`${kind}-${words}`}>{words}</span>
        ))}
      </p>
    </section>
  );
}
