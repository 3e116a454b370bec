import { v7 as uuidv7 } from 'uuid';
import type { ReadClaim } from '#domain/claims/reading';
import { type Anchor, toAnchor } from '#domain/texts/anchor';
import { insertMany } from '../database/bulk';
import type { Tx } from '../database/db';
import { type Actor, type EventDraft, event, recordEvents } from '../record/record-events';
import { nextNumber } from './claim-numbers';
import { toFigureEntry, toFigureRow } from './figures';
import { findOrAddParty } from './parties';

/** The capture in which claims were read, and the engine that read them. */
export type ReadIn = {
  readonly articleId: string;
  readonly captureId: string;
  /** The text of the capture. */
  readonly text: string;
  readonly engineVersion: string;
};

/** Adds what the engine found in an article as suggestions, with their events, inside a write. */
export async function addSuggestions(
  tx: Tx,
  actor: Actor,
  { claims, ...from }: ReadIn & { readonly claims: readonly ReadClaim[] },
): Promise<void> {
  const parties = await addClaimants(tx, actor, claims);
  let number = nextNumber(tx);
  const at = new Date();
  const made = claims.map((claim) => toRows(claim, { ...from, number: number++, at, parties }));
  await insertMany(
    tx,
    'Claim',
    made.map(({ claim }) => claim),
  );
  await insertMany(
    tx,
    'Appearance',
    made.map(({ appearance }) => appearance),
  );
  await insertMany(
    tx,
    'Quantity',
    made.flatMap(({ quantities }) => quantities),
  );
  await recordEvents(
    tx,
    actor,
    made.map(({ event: suggested }) => suggested),
  );
}

/** The parties that make these claims, by name; those who are new are added with their events. */
export async function addClaimants(
  tx: Tx,
  actor: Actor,
  claims: readonly ReadClaim[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const events: EventDraft[] = [];
  for (const { claimant } of claims) {
    if (!claimant || ids.has(claimant.name)) continue;
    const party = await findOrAddParty(tx, claimant);
    ids.set(claimant.name, party.id);
    events.push(...party.events);
  }
  if (events.length > 0) await recordEvents(tx, actor, events);
  return ids;
}

/** The place of a claim that the engine read, as the desk anchors it. */
export function anchorOf(text: string, { start, end }: ReadClaim) {
  const anchor = toAnchor(text, start, end);
  if (!anchor) throw new Error(`The engine placed a claim outside the text, at ${start}.`);
  return anchor;
}

/** What an event keeps of the place of a claim; the words around it stand in the copy. */
export const toPlace = ({ start, end, exact }: Anchor) => ({ start, end, exact });

/** Names for words that are not clear alone; null where there are no such words. */
export const toStoredCandidates = ({
  leansOn,
  candidates,
}: Pick<ReadClaim, 'leansOn' | 'candidates'>) => (leansOn === null ? null : [...candidates]);

/** The columns of a claim that the engine fills in. */
export function toReadColumns(claim: ReadClaim, parties: ReadonlyMap<string, string>) {
  return {
    text: claim.text,
    kind: claim.kind,
    checkable: claim.checkable,
    claimantId: claim.claimant ? (parties.get(claim.claimant.name) ?? null) : null,
    saidOn: claim.saidOn?.value ?? null,
    saidOnText: claim.saidOn?.surface ?? null,
    eventOn: claim.eventOn?.value ?? null,
    eventOnText: claim.eventOn?.surface ?? null,
    leansOn: claim.leansOn,
    candidates: claim.leansOn === null ? null : JSON.stringify(claim.candidates),
    checkWorthiness: claim.checkWorthiness,
    reasons: JSON.stringify(claim.reasons),
  };
}

function toRows(
  claim: ReadClaim,
  made: ReadIn & { number: number; at: Date; parties: ReadonlyMap<string, string> },
) {
  const id = uuidv7();
  const anchor = anchorOf(made.text, claim);
  const quantities = claim.quantities.map((figure, index) => ({
    ...toFigureRow(figure, index + 1),
    claimId: id,
    leading: index === 0,
  }));
  const columns = toReadColumns(claim, made.parties);
  const appearanceId = uuidv7();
  return {
    claim: {
      id,
      number: made.number,
      ...columns,
      engineVersion: made.engineVersion,
      status: 'suggested',
      statusAt: made.at,
      createdAt: made.at,
      updatedAt: made.at,
      articleId: made.articleId,
      position: anchor.start,
      figureCount: quantities.length,
    },
    appearance: {
      id: appearanceId,
      claimId: id,
      captureId: made.captureId,
      ...anchor,
      first: true,
    },
    quantities,
    event: event('claim.suggested', id, {
      documentId: made.articleId,
      after: {
        ...columns,
        number: made.number,
        candidates: toStoredCandidates(claim),
        reasons: [...claim.reasons],
        engineVersion: made.engineVersion,
        status: 'suggested',
        statusAt: made.at.toISOString(),
        claimant: claim.claimant?.name ?? null,
        articleId: made.articleId,
        appearance: { id: appearanceId, captureId: made.captureId, ...toPlace(anchor) },
        figures: quantities.map(toFigureEntry),
        revision: 0,
      },
    }),
  };
}
