import { CLAIM_EVENTS } from './claim-events';
import { DESK_EVENTS } from './desk-events';
import type { EventFilter, EventKind } from './event-kind';

/**
 * Every kind of event. The names are hashed with the events that bear them: a name never changes, and
 * a kind that is not recorded any more stays here, so that old records are read.
 */
export const EVENTS = { ...CLAIM_EVENTS, ...DESK_EVENTS } as const satisfies Record<
  string,
  EventKind
>;

export type EventAction = keyof typeof EVENTS;
export const EVENT_ACTIONS = Object.keys(EVENTS) as readonly EventAction[];

/** Whether an event of a record is of a kind that the desk knows. */
export const isEventAction = (action: string): action is EventAction =>
  Object.hasOwn(EVENTS, action);

const kindOf = (action: EventAction): EventKind => EVENTS[action];

/** The kinds of events that are found by a filter of a history. */
export const actionsOf = (filter: EventFilter): readonly EventAction[] =>
  EVENT_ACTIONS.filter((action) => EVENTS[action].filter === filter);

/** What readings do to a claim; everything else in its history was done by a person. */
export const READING_ACTIONS: readonly EventAction[] = EVENT_ACTIONS.filter(
  (action) => kindOf(action).byReading,
);

/**
 * The doer of an event, as its sentence begins: the person, or the desk. What a reading does, the desk
 * does, whoever added the article or asked for the reading.
 */
export const actorInWords = ({
  action,
  actorName,
}: {
  readonly action: string;
  readonly actorName: string | null;
}): string =>
  READING_ACTIONS.some((each) => each === action) ? 'The desk' : (actorName ?? 'The desk');

/** What was done, as the end of a sentence that begins with who did it. */
export const actionInWords = (action: string): string =>
  isEventAction(action) ? EVENTS[action].words : action;
