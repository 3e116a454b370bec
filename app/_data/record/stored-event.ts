import type { Json } from '#domain/canonical-json';
import type { EventContent } from '#domain/record/event-content';
import { type EventAction, isEventAction } from '#domain/record/events';
import type { EventRow } from '../chain/chain';
import { type Early, NOTHING_EARLY, readEarly } from './early-events';
import { asFields, type Fields } from './fields';

// Events as they are read again. Versions and early shapes are looked at here and in early-events.ts,
// and nowhere else; so is the trust that an event of a kind says what its kind says.

const CONTENT_COLUMNS = [
  ...(['seq', 'at', 'actorId', 'action', 'version', 'entity', 'entityId', 'claimId'] as const),
  ...(['documentId', 'before', 'after', 'beforeSha256', 'afterSha256', 'reason'] as const),
] as const satisfies readonly (keyof EventRow)[];

/** The columns that an event is read from, for SQL. */
export const CONTENT_SELECT = CONTENT_COLUMNS.map((name) => `"${name}"`).join(', ');

/** A row with these columns. */
export type ContentRow = Pick<EventRow, (typeof CONTENT_COLUMNS)[number]>;

type Known = Omit<ContentRow, 'action' | 'before' | 'after'> & {
  /** False where what it says was blanked, or cannot be read. */
  readonly isWhole: boolean;
  /** What an early version said otherwise, or not at all. */
  readonly early: Early;
};

/** An event of any kind, or of one that this desk does not know: what it says, opened. */
export type AnyEvent = Known & {
  readonly action: string;
  readonly before: Fields;
  readonly after: Fields;
};

type Side<Content, Name extends 'before' | 'after'> = Content extends {
  readonly [Each in Name]?: infer Found;
}
  ? Found extends Fields
    ? string extends keyof Found
      ? Found
      : Partial<Found>
    : NoFields
  : NoFields;
type NoFields = { readonly [field: string]: never };

/** What an event of a kind says was before. Anything may be missing: of an early event, or a blanked one. */
export type Before<Action extends EventAction> = Side<EventContent[Action], 'before'>;
/** What an event of a kind says is after it, as far as it says so. */
export type After<Action extends EventAction> = Side<EventContent[Action], 'after'>;

/** An event of one kind. */
export type StoredEvent<Action extends EventAction = EventAction> = Known & {
  readonly action: Action;
  readonly before: Before<Action>;
  readonly after: After<Action>;
};

/** An event from its row. Takes the row over. */
export function toStoredEvent(row: ContentRow): AnyEvent {
  const before = open(row.before, row.beforeSha256);
  const after = open(row.after, row.afterSha256);
  const event = Object.assign(row, {
    before: before ?? {},
    after: after ?? {},
    isWhole: before !== null && after !== null,
    early: NOTHING_EARLY,
  });
  return row.version === 1 ? Object.assign(event, { early: readEarly(event) }) : event;
}

/** Whether an event is of a kind that this desk knows. */
export const isKnownEvent = (event: AnyEvent): event is AnyEvent & StoredEvent =>
  isEventAction(event.action);

/**
 * What an event of a kind says is after it, as far as it says so.
 *
 * @param stored  the JSON, as text or opened; nothing is said by null and by what cannot be read
 */
export const toAfter = <Action extends EventAction>(_kind: Action, stored: unknown) =>
  fieldsOf(stored) as After<Action>;

/** The same of what was before. */
export const toBefore = <Action extends EventAction>(_kind: Action, stored: unknown) =>
  fieldsOf(stored) as Before<Action>;

/** All that an event of a kind says was before; null where nothing is stored, or it was blanked. */
export const toWholeBefore = <Action extends EventAction>(_kind: Action, stored: unknown) =>
  stored === null ? null : (fieldsOf(stored) as Whole<EventContent[Action]>);

type Whole<Content> = Content extends { readonly before: infer Found } ? Found : never;

const fieldsOf = (stored: unknown): Fields =>
  typeof stored === 'string' ? (open(stored, null) ?? {}) : asFields(stored as Json);

/** What an event says; null when it was blanked or cannot be read. */
function open(text: string | null, digest: string | null): Fields | null {
  if (text === null) return digest === null ? {} : null;
  try {
    return asFields(JSON.parse(text) as Json);
  } catch {
    return null;
  }
}
