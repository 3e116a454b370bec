import type { EventAction } from '#domain/record/events';
import type { Fields, Table } from '../record/fields';
import type { AnyEvent, StoredEvent } from '../record/stored-event';
import type { Ledger } from './ledger';
import { tableOf } from './tables';

/** Adds to a ledger what an event of one kind says of rows. */
type Reducer<Action extends EventAction> = (event: StoredEvent<Action>, ledger: Ledger) => void;

/** One for each of some kinds: a kind that is forgotten does not compile. */
export type Reducers<Action extends EventAction> = {
  readonly [Each in Action]: Reducer<Each>;
};

/** The row is as the event says, field by field; what it does not say stays as it was. */
export function setAsItIs(event: AnyEvent, ledger: Ledger): void {
  const table = tableOf(event.entity);
  if (table) ledger.set(table, event.entityId, { ...event.after }, event);
}

/** The event says nothing of a row that the record vouches for. */
export const saysNothing = (): void => {};

/** The revision that a row of its own revisions comes to, as far as the one before is known. */
export function nextRevision(
  table: Table,
  { entityId }: Pick<AnyEvent, 'entityId'>,
  ledger: Ledger,
): Fields {
  const revision = ledger.find(table, entityId)?.fields.revision;
  return typeof revision === 'number' ? { revision: revision + 1 } : {};
}
