import type { Route } from 'next';
import { findSignedIn } from '#accounts/signed-in';
import { countHistory, type HistoryOf, listActors, listHistory } from '#data/record/history';
import { isPermitted } from '#domain/people/permission';
import { CLAIM_EVENT_FILTERS, EVENT_FILTERS } from '#domain/record/event-kind';
import { Link } from '#ui/link';
import { Select } from '#ui/select';
import { EventItem } from './event-item';
import { readHistoryView, toHistoryQuery } from './history-view';
import './history.css';

const PAGE = 50;
/** On one page, when somebody asks for all of it. */
const MOST = 1000;
/** A history as short as this is read without a filter. */
const UNFILTERED = 5;

/**
 * What happened to a claim, an article or a source, newest first, as sentences; filtered by person
 * and kind in the address, and a page at a time.
 *
 * @param path  of the page that it is on
 * @param query  of that page's address
 * @param keep  the parts of that address that are not the history's own, and stay in every link
 */
export async function History({
  of,
  path,
  query,
  keep = {},
}: {
  of: HistoryOf;
  path: Route;
  query: Readonly<Record<string, string | string[] | undefined>>;
  keep?: Readonly<Record<string, string>>;
}) {
  const view = readHistoryView(query);
  const person = await findSignedIn();
  const seesConfidential = person !== null && isPermitted(person.role, 'source.confidential');
  const { events, older } = listHistory(of, view, view.all ? MOST : PAGE, seesConfidential);
  const count = older === null && view.before === null ? events.length : countHistory(of, view);
  const to = (change: Parameters<typeof toHistoryQuery>[0]) =>
    `${path}${toHistoryQuery({ ...view, all: false, ...change }, keep)}#history` as Route;
  const isFiltered = view.person !== null || view.kind !== null;
  return (
    <div id="history" className="history-block">
      {(count > UNFILTERED || isFiltered) && <Filter of={of} path={path} view={view} keep={keep} />}
      {isFiltered && (
        <p className="soft">
          {count === 1 ? '1 event' : `${count} events`}.{' '}
          <Link href={to({ person: null, kind: null, before: null })}>Show all events</Link>
        </p>
      )}
      <ol className="history" aria-label="History">
        {events.map((event) => (
          <EventItem key={event.seq} event={event} />
        ))}
      </ol>
      {events.length === 0 && <p className="soft">No events match these filters.</p>}
      {(older !== null || view.before !== null) && (
        <nav className="pages" aria-label="Pages of the history">
          {view.before !== null && <Link href={to({ before: null })}>Latest</Link>}
          {older !== null && <Link href={to({ before: older })}>Older</Link>}
          {older !== null && !view.all && count <= MOST && (
            <Link href={to({ before: null, all: true })}>All {count}</Link>
          )}
        </nav>
      )}
    </div>
  );
}

function Filter({
  of,
  path,
  view,
  keep,
}: {
  of: HistoryOf;
  path: Route;
  view: ReturnType<typeof readHistoryView>;
  keep: Readonly<Record<string, string>>;
}) {
  const people = listActors(of).map(({ id, name }) => [id, name] as const);
  return (
    <search>
      <form className="history-filter" action={`${path}#history`} aria-label="Filter the history">
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label>
          Person{' '}
          <Select
            name="by"
            value={view.person ?? ''}
            empty="All people"
            options={[...people, ['desk', 'The desk']]}
          />
        </label>
        {'claimId' in of && (
          <label>
            Events{' '}
            <Select
              name="events"
              value={view.kind ?? ''}
              empty="All events"
              options={CLAIM_EVENT_FILTERS.map((kind) => [kind, EVENT_FILTERS[kind]])}
            />
          </label>
        )}
        <button type="submit" className="button small">
          Show
        </button>
      </form>
    </search>
  );
}
