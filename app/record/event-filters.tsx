import type { HistoryView } from '#data/record/history';
import { EVENT_KIND_NAMES, EVENT_KINDS } from '#domain/record/history';
import { Select } from '#ui/select';

/** The filters of the events, as one form that only changes the address. */
export function EventFilters({
  view,
  people,
}: {
  view: HistoryView;
  people: readonly { readonly id: string; readonly name: string }[];
}) {
  return (
    <search>
      <form className="record-filters" action="/record#events" aria-label="Filter the events">
        <label>
          Person{' '}
          <Select
            name="by"
            value={view.person ?? ''}
            empty="All people"
            options={[...people.map(({ id, name }) => [id, name] as const), ['desk', 'The desk']]}
          />
        </label>
        <label>
          Events{' '}
          <Select
            name="events"
            value={view.kind ?? ''}
            empty="All events"
            options={EVENT_KIND_NAMES.map((kind) => [kind, EVENT_KINDS[kind].label])}
          />
        </label>
        <label>
          Day
          <input type="date" name="day" defaultValue={view.day ?? ''} />
        </label>
        <button type="submit" className="button">
          Show
        </button>
      </form>
    </search>
  );
}
