import type { HistoryView } from '#data/record/history';
import { EVENT_FILTER_NAMES, EVENT_FILTERS } from '#domain/record/event-kind';
import { DayInput } from '#ui/day-field';
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
            options={EVENT_FILTER_NAMES.map((kind) => [kind, EVENT_FILTERS[kind]])}
          />
        </label>
        <label htmlFor="day">
          Day
          <DayInput id="day" name="day" value={view.day ?? ''} />
        </label>
        <button type="submit" className="button">
          Show
        </button>
      </form>
    </search>
  );
}
