import type { EventAction } from '#domain/record/events';
import { type AnyEvent, isKnownEvent, type StoredEvent } from '../record/stored-event';
import { CLAIM_REDUCERS } from './claim-reducers';
import { DESK_REDUCERS } from './desk-reducers';
import type { Ledger } from './ledger';
import { type Reducers, setAsItIs } from './reducer';

const REDUCERS: Reducers<EventAction> = { ...CLAIM_REDUCERS, ...DESK_REDUCERS };

/** Adds to the ledger what an event says of which rows. */
export function apply(event: AnyEvent, ledger: Ledger): void {
  if (isKnownEvent(event)) reduce(event, ledger);
  // A desk of a later version recorded it, or nobody did: then the chain says so.
  else setAsItIs(event, ledger);
  applyRevision(event, ledger);
  applyEarly(event, ledger);
}

function reduce<Action extends EventAction>(event: StoredEvent<Action>, ledger: Ledger): void {
  REDUCERS[event.action](event, ledger);
}

/** Events of a claim's figures, evidence and verdicts say which revision the claim came to. */
function applyRevision(event: AnyEvent, ledger: Ledger): void {
  const { claimId } = event;
  const { revision } = event.after;
  if (claimId && typeof revision === 'number' && ledger.find('Claim', claimId)) {
    ledger.set('Claim', claimId, { revision }, event);
  }
}

function applyEarly(event: AnyEvent, ledger: Ledger): void {
  const { unnamed, unsaid, named } = event.early;
  for (const table of unnamed) ledger.leaveOpen(table);
  for (const { table, id, fields } of named) ledger.set(table, id, { ...fields }, event);
  for (const { table, id, fields } of unsaid) {
    const ids = id === null ? figuresOf(event.claimId, ledger) : [id];
    for (const each of ids) for (const field of fields) ledger.forget(table, each, field);
  }
}

const figuresOf = (claimId: string | null, ledger: Ledger): string[] =>
  ledger.all('Quantity').flatMap(([id, { fields }]) => (fields.claimId === claimId ? [id] : []));
