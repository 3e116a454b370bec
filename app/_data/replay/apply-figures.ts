import type { Json } from '#domain/canonical-json';
import { asFields, type Fields, type Ledger, type ToldEvent } from './ledger';

// What events say of the figures of claims and of evidence: a part of apply-event.ts.

/** What a figure is where its event does not say otherwise. */
export const NEW_FIGURE = {
  asOf: null,
  corrected: false,
  tolerance: null,
  cumulative: null,
  scope: null,
  basis: null,
} as const;

/** Figures that came with a claim or with evidence; older events do not say their ids. */
export function tellFigures(
  figures: Json | undefined,
  owner: Fields,
  event: ToldEvent,
  ledger: Ledger,
): void {
  if (!Array.isArray(figures)) {
    ledger.leaveOpen('Quantity');
    return;
  }
  for (const figure of figures.map(asFields)) {
    const { id } = figure;
    if (typeof id !== 'string') ledger.leaveOpen('Quantity');
    else ledger.set('Quantity', id, { ...NEW_FIGURE, ...owner, ...figure }, event);
  }
}

/** A figure of a claim as an event of its own tells of it. */
export function tellFigure(event: ToldEvent, ledger: Ledger, more: Fields): void {
  const { inOrder, leadingId, revision: _claims, ...figure } = event.after;
  const owner = { claimId: event.claimId, evidenceId: null };
  ledger.set('Quantity', event.entityId, { ...owner, ...more, ...figure }, event);
  if (READ_AGAIN.includes(event.action)) forgetUntoldOrder(event, ledger, figure);
  tellOrder(event, ledger, figure.leading === true ? event.entityId : leadingId);
}

/** It says itself of which evidence it is; a correction moves no figure to another. */
export function tellEvidenceFigure(event: ToldEvent, ledger: Ledger, more: Fields): void {
  const { revision: _claims, evidenceId, ...figure } = event.after;
  const isNew = !ledger.find('Quantity', event.entityId) && evidenceId !== undefined;
  const of = isNew ? { evidenceId } : {};
  ledger.set('Quantity', event.entityId, { claimId: null, ...of, ...more, ...figure }, event);
}

const READ_AGAIN = ['figure.found', 'figure.readAgain'];

/** A figure of a claim is there no more. */
export function tellFigureGone(event: ToldEvent, ledger: Ledger): void {
  ledger.remove('Quantity', event.entityId, event);
  forgetUntoldOrder(event, ledger, event.before);
  tellOrder(event, ledger, event.after.leadingId);
}

/**
 * Before events said all of a figure, its base unit among it, they did not say either which figure
 * of the claim leads from then on, and in which order they stand.
 */
function forgetUntoldOrder({ claimId }: ToldEvent, ledger: Ledger, figure: Fields): void {
  if ('baseUnit' in figure) return;
  for (const [id, { fields }] of ledger.all('Quantity')) {
    if (fields.claimId !== claimId) continue;
    ledger.forget('Quantity', id, 'leading');
    ledger.forget('Quantity', id, 'n');
  }
}

/** One figure of a claim leads; reading an article again numbers them anew. */
function tellOrder(event: ToldEvent, ledger: Ledger, leadingId: Json | undefined): void {
  const { inOrder } = event.after;
  for (const [id, { fields }] of ledger.all('Quantity')) {
    if (fields.claimId !== event.claimId) continue;
    if (typeof leadingId === 'string')
      ledger.set('Quantity', id, { leading: id === leadingId }, event);
    const place = Array.isArray(inOrder) ? inOrder.indexOf(id) : -1;
    if (place >= 0) ledger.set('Quantity', id, { n: place + 1 }, event);
  }
}
