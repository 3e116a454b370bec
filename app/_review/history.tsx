import type { HistoryEvent } from '#data/events';
import { actionInWords, changesInWords } from '#domain/history';

/** What happened to a claim or an article, newest first, as sentences. */
export function History({ events }: { events: readonly HistoryEvent[] }) {
  return (
    <ol className="history" aria-label="History">
      {events.map((event) => (
        <li key={event.seq}>
          <p>
            <strong>{event.actorName ?? 'The desk'}</strong> {actionInWords(event.action)}
            {event.reason && `: ${event.reason}`}
          </p>
          <Changes event={event} />
          <p className="soft num">
            <time dateTime={event.at.toISOString()}>{toMinute(event.at)}</time>
          </p>
        </li>
      ))}
    </ol>
  );
}

function Changes({ event }: { event: HistoryEvent }) {
  // What a suggestion said is the claim itself, on the same page.
  if (event.action === 'claim.suggested') return null;
  const changes = changesInWords(event.before, event.after);
  if (changes.length === 0) return null;
  return (
    <ul className="changes">
      {changes.map(({ label, before, after }) => (
        <li key={label}>
          {label}: {before && <del>{before}</del>} {after && <ins>{after}</ins>}
          {before && !after && <span className="soft"> taken out</span>}
        </li>
      ))}
    </ul>
  );
}

const toMinute = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
