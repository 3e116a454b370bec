import type { RecordedVerification } from '#data/verification/recorded';
import type { Head } from '#data/verification/verify';
import { Link } from '#ui/link';
import { Time } from '#ui/time';

const many = (count: number, one: string, more = `${one}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : more}`;

/** The end of the chain, to be written down or printed, and compared with one day. */
export function HeadOfRecord({ head }: { head: Head | null }) {
  if (!head) return <p className="soft">No events yet.</p>;
  return (
    <dl className="facts record-head">
      <dt>Events</dt>
      <dd className="num">{head.seq.toLocaleString('en')}</dd>
      <dt>Head</dt>
      <dd className="hash">{head.hash}</dd>
    </dl>
  );
}

/** What the last verification came to: OK, or everything that is not as the record says. */
export function VerificationResult({ last }: { last: RecordedVerification | null }) {
  if (!last) return <p className="soft">The record has not been verified yet.</p>;
  const looked = [
    many(last.events, 'event'),
    many(last.claims, 'claim'),
    many(last.verdicts, 'verdict'),
    many(last.captures, 'copy', 'copies'),
  ].join(', ');
  return (
    <>
      <p className="record-result" data-ok={last.problems === 0}>
        {last.problems === 0 ? `OK: ${looked}.` : `${many(last.problems, 'problem')} in ${looked}.`}
      </p>
      {last.found.length > 0 && (
        <ol className="record-problems" aria-label="Differences from the record">
          {last.found.map(({ sentence, claim }) => (
            <li key={sentence}>
              {sentence} {claim && <Link href={`/claims/${claim}`}>{claim}</Link>}
            </li>
          ))}
        </ol>
      )}
      {last.problems > last.found.length && (
        <p>The command plumbline verify lists all {last.problems}.</p>
      )}
      {last.outside.length > 0 && (
        <p>
          <Link href="/record/outside">Add the changes to the record, or undo them</Link>
        </p>
      )}
      {last.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <p className="soft">
        Verified on <Time at={last.at} />
        {last.by && ` by ${last.by}`}, up to event {last.head.seq.toLocaleString('en')}.
      </p>
    </>
  );
}
