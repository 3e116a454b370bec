import type { ListedEvent } from '#data/record/history';
import type { HistoryEvent } from '#data/record/record-events';
import { claimCode } from '#domain/claims/claim';
import { actionInWords, actorInWords } from '#domain/record/events';
import { changesInWords, type FieldChange } from '#domain/record/history';
import { withVisibleMarks } from '#domain/texts/plain-line';
import { diffWords } from '#domain/texts/word-diff';
import { Link } from '#ui/link';
import { Time } from '#ui/time';

/** One event as a sentence, with what it changed, word by word. */
export function EventItem({ event, isLinked = false }: { event: ListedEvent; isLinked?: boolean }) {
  return (
    <li id={`event-${event.seq}`}>
      <p>
        <strong>{actorInWords(event)}</strong> {actionInWords(event.action)}
        {isLinked && <About event={event} />}
        {event.reason ? `: ${event.reason}` : '.'}
      </p>
      <Changes event={event} />
      <p className="soft num">
        <Time at={event.at} />
        {event.via === 'ui' || event.via === 'system'
          ? ''
          : `, by ${VIA_WORDS[event.via] ?? event.via}`}
        {isLinked && `, event ${event.seq}`}
      </p>
    </li>
  );
}

const VIA_WORDS: Readonly<Record<string, string>> = { api: 'the API', import: 'an import' };

function About({ event: { claim, document, person, actorName } }: { event: ListedEvent }) {
  if (person && person !== actorName) return <>, {person}</>;
  if (claim) {
    const code = claimCode(claim.number);
    return (
      <>
        , <Link href={`/claims/${code}`}>{code}</Link>
      </>
    );
  }
  if (!document) return null;
  const path = document.underCheck ? 'articles' : 'sources';
  return (
    <>
      , <Link href={`/${path}/${document.id}`}>{document.title}</Link>
    </>
  );
}

function Changes({ event }: { event: HistoryEvent }) {
  // What a suggestion said is the claim itself, on the same page.
  if (event.action === 'claim.suggested') return null;
  const changes = changesInWords(event.before, event.after);
  if (changes.length === 0) return null;
  return (
    <ul className="changes">
      {changes.map((change) => (
        <li key={change.label}>
          {change.label}: <Change {...change} />
        </li>
      ))}
    </ul>
  );
}

function Change({ isProse, before, after }: FieldChange) {
  if (before === null) return <Added text={after ?? ''} />;
  if (after === null) return <Removed text={before} />;
  if (!isProse) {
    return (
      <>
        <Removed text={before} /> <Added text={after} />
      </>
    );
  }
  let at = 0;
  return diffWords(before, after).map(({ kind, text }) => {
    const key = `${kind}-${at}`;
    at += text.length;
    if (kind === 'removed') return <Removed key={key} text={text} />;
    return kind === 'added' ? (
      <Added key={key} text={text} />
    ) : (
      <span key={key}>{withVisibleMarks(text)}</span>
    );
  });
}

// Few screen readers say that words are removed or added, so the words say it themselves.
const Removed = ({ text }: { text: string }) => (
  <del>
    <span className="visually-hidden">[removed: </span>
    {withVisibleMarks(text)}
    <span className="visually-hidden">]</span>
  </del>
);

const Added = ({ text }: { text: string }) => (
  <ins>
    <span className="visually-hidden">[added: </span>
    {withVisibleMarks(text)}
    <span className="visually-hidden">]</span>
  </ins>
);
