import { ALL_OF_IT, type HistoryView } from '#data/record/history';
import { EVENT_FILTER_NAMES } from '#domain/record/event-kind';
import { toCount, toId, toOneOf, toTypedDay } from '#http/query';

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What of a history an address asks for; a history shares its address with the page around it. */
export function readHistoryView(query: Query): HistoryView & { readonly all: boolean } {
  return {
    person: query.by === 'desk' ? 'desk' : toId(query.by),
    kind: toOneOf(EVENT_FILTER_NAMES, query.events),
    day: toTypedDay(query.day),
    before: toCount(query.before),
    all: query.history === 'all',
  };
}

/** The same as the part of an address that begins with a question mark, or nothing, after what it keeps. */
export function toHistoryQuery(
  view: Partial<HistoryView> & { readonly all?: boolean },
  keep: Readonly<Record<string, string>> = {},
): string {
  const { person, kind, day, before, all } = { ...ALL_OF_IT, all: false, ...view };
  const query = new URLSearchParams({
    ...keep,
    ...(person && { by: person }),
    ...(kind && { events: kind }),
    ...(day && { day }),
    ...(before !== null && { before: String(before) }),
    ...(all && { history: 'all' }),
  }).toString();
  return query && `?${query}`;
}
