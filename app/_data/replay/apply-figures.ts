import type { Json } from '#domain/canonical-json';
import { asFields, type Fields } from '../record/fields';
import type { AnyEvent } from '../record/stored-event';
import type { Ledger } from './ledger';

// What events say of the figures of claims and of evidence: a part of apply-event.ts.

/** What a figure is where its event does not say otherwise. */
export const NEW_FIGURE = {
  asOf: null,
  corrected: false,
  tolerance: null,
  cumulative: null,
  scope: null,
  basis: null,
  partOf: null,
} as const;

/** Figures that came with a claim or with evidence; early events do not say their ids. */
export function applyFigures(
  figures: Json | undefined,
  owner: Fields,
  event: AnyEvent,
  ledger: Ledger,
): void {
  if (!Array.isArray(figures)) return;
  for (const figure of figures.map(asFields)) {
    const { id } = figure;
    if (typeof id !== 'string') continue;
    ledger.set('Quantity', id, { ...NEW_FIGURE, ...owner, ...figure }, event);
  }
}

/** A figure of a claim by an event of its own. */
export function applyFigure(event: AnyEvent, ledger: Ledger, more: Fields): void {
  const { inOrder, leadingId, revision: _claims, ...figure } = event.after;
  const owner = { claimId: event.claimId, evidenceId: null };
  ledger.set('Quantity', event.entityId, { ...owner, ...more, ...figure }, event);
  applyOrder(event, ledger, figure.leading === true ? event.entityId : leadingId);
}

/** It says itself of which evidence it is; a correction moves no figure to another. */
export function applyEvidenceFigure(event: AnyEvent, ledger: Ledger, more: Fields): void {
  const { revision: _claims, evidenceId, ...figure } = event.after;
  const isNew = !ledger.find('Quantity', event.entityId) && evidenceId !== undefined;
  const of = isNew ? { evidenceId } : {};
  ledger.set('Quantity', event.entityId, { claimId: null, ...of, ...more, ...figure }, event);
}

/** A figure of a claim is there no more. */
export function applyFigureGone(event: AnyEvent, ledger: Ledger): void {
  ledger.remove('Quantity', event.entityId, event);
  applyOrder(event, ledger, event.after.leadingId);
}

/** One figure of a claim leads; reading an article again numbers them again. */
function applyOrder(event: AnyEvent, ledger: Ledger, leadingId: Json | undefined): void {
  const { inOrder } = event.after;
  for (const [id, { fields }] of ledger.all('Quantity')) {
    if (fields.claimId !== event.claimId) continue;
    if (typeof leadingId === 'string')
      ledger.set('Quantity', id, { leading: id === leadingId }, event);
    const place = Array.isArray(inOrder) ? inOrder.indexOf(id) : -1;
    if (place >= 0) ledger.set('Quantity', id, { n: place + 1 }, event);
  }
}
