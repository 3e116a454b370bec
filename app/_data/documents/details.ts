import { type ClaimStatus, isEditable } from '#domain/claims/claim';
import type { DocumentDetails, DocumentKind } from '#domain/documents/document';
import { toSameAddress } from '#domain/documents/web-address';
import { fieldsOf, pick } from '#domain/fields';
import { accept, type Result, refuse } from '#domain/result';

import { updateMany } from '../database/bulk';
import { plain, prepared, type Tx, write } from '../database/db';
import { type Actor, type EventDraft, event, recordEvents } from '../record/record-events';
import { findMergedInto } from './documents';

export const detailsSelect = {
  title: true,
  publisher: true,
  author: true,
  url: true,
  publishedOn: true,
  language: true,
} as const;

/** The days that a new reading gives the claims it made before, by claim id. */
export type NewDays = ReadonlyMap<
  string,
  { readonly saidOn: string | null; readonly eventOn: string | null }
>;

/**
 * Records the details of a document that a reviewer corrected, and the days of claims that a new
 * publication date settles.
 *
 * @returns refused as stale when somebody changed the details after this form was shown
 */
export async function recordDetails(
  of: 'article' | 'source',
  { id, revision, details }: { id: string; revision: number; details: DetailsEdit },
  newDays: NewDays,
  actor: Actor,
): Promise<Result<void, { kind: 'stale' } | { kind: 'derivedFromItself' }>> {
  return write(async (tx) => {
    const repeated = details.derivedFromId && (await findMergedInto(tx, details.derivedFromId));
    if (repeated && (await goesBackTo(tx, repeated, id))) {
      return refuse({ kind: 'derivedFromItself' });
    }
    const row = await tx.document.findUniqueOrThrow({
      where: { id },
      omit: { readCaptureId: true, recaptureAt: true },
    });
    const { contact, ...shown } = details;
    const isMoved = details.url !== row.url;
    const content = {
      ...shown,
      ...(repeated && { derivedFromId: repeated }),
      ...(isMoved && { canonicalUrl: details.url && toSameAddress(details.url) }),
    };
    const { count } = await tx.document.updateMany({
      where: { id, revision },
      data: { ...content, ...(contact !== undefined && { contact }), revision: { increment: 1 } },
    });
    if (count === 0) return refuse({ kind: 'stale' });
    const events: EventDraft[] = [
      event(`${of}.edited`, id, {
        before: pick(row, fieldsOf(content)),
        // A contact stays out of the record, which cannot forget.
        after: {
          ...content,
          ...(contact !== undefined && contact !== row.contact && { hasContact: contact !== null }),
        },
      }),
    ];
    if (details.confidential !== undefined && details.confidential !== row.confidential) {
      const { confidential, confidentialReason = null } = details;
      events.push(...(await changeMerged(tx, id, { confidential, confidentialReason })));
    }
    await recordEvents(tx, actor, events);
    await recordNewDays(tx, id, newDays, actor);
    return accept(undefined);
  });
}

/** What was merged into a document is that document, so it is confidential where that is. */
async function changeMerged(
  tx: Tx,
  id: string,
  content: { readonly confidential: boolean; readonly confidentialReason: string | null },
): Promise<EventDraft[]> {
  const merged = await tx.document.findMany({
    where: { mergedIntoId: id },
    orderBy: { id: 'asc' },
    select: { id: true, confidential: true, confidentialReason: true },
  });
  const events: EventDraft[] = [];
  for (const { id: goneId, ...before } of merged) {
    await tx.document.update({
      where: { id: goneId },
      data: { ...content, revision: { increment: 1 } },
    });
    events.push(event('source.edited', goneId, { before, after: { ...content } }));
    events.push(...(await changeMerged(tx, goneId, content)));
  }
  return events;
}

/** The details of a document; for a source also its kind and its origin. */
export type DetailsEdit = DocumentDetails & {
  /** Of an article: who says the whole text. */
  readonly speaker?: string | null;
  readonly derivedFromId?: string | null;
  readonly kind?: DocumentKind;
  readonly confidential?: boolean;
  readonly confidentialReason?: string | null;
  readonly contact?: string | null;
};

/** Whether a document is, or repeats, or repeats what repeats the other. */
export async function goesBackTo(tx: Tx, from: string, other: string): Promise<boolean> {
  const seen = new Set<string>();
  for (let id: string | null = from; id !== null && !seen.has(id); ) {
    if (id === other) return true;
    seen.add(id);
    const row: { derivedFromId: string | null } | null = await tx.document.findUnique({
      where: { id },
      select: { derivedFromId: true },
    });
    id = row?.derivedFromId ?? null;
  }
  return false;
}

/** Gives claims the days of a new reading, in parts, so that other requests get their turn. */
async function recordNewDays(
  tx: Tx,
  documentId: string,
  newDays: NewDays,
  actor: Actor,
): Promise<void> {
  const all = [...newDays.keys()];
  for (let from = 0; from < all.length; from += CLAIMS_A_TURN) {
    const rows = prepared<[string], DatedRow>(
      `SELECT c."id", c."status", c."saidOn", c."eventOn", c."revision"
       FROM json_each(?) j CROSS JOIN "Claim" c ON c."id" = j.value`,
      plain(tx),
    ).all(JSON.stringify(all.slice(from, from + CLAIMS_A_TURN)));
    const changed = rows.flatMap(({ status, ...was }) => {
      const days = newDays.get(was.id);
      // What is before an editor, approved or out stays as it is until somebody opens it again.
      if (!days || !isEditable(status)) return [];
      return was.saidOn === days.saidOn && was.eventOn === days.eventOn ? [] : [{ was, days }];
    });
    const updatedAt = new Date();
    updateMany(
      tx,
      'Claim',
      changed.map(({ was: { id, revision }, days: { saidOn, eventOn } }) => ({
        id,
        saidOn,
        eventOn,
        revision: revision + 1,
        updatedAt,
      })),
    );
    recordEvents(
      tx,
      actor,
      changed.map(({ was: { id, revision, ...before }, days: { saidOn, eventOn } }) =>
        event('claim.datesRead', id, {
          documentId,
          before,
          after: { saidOn, eventOn, revision: revision + 1 },
        }),
      ),
    );
    await new Promise(setImmediate);
  }
}

const CLAIMS_A_TURN = 100;

type DatedRow = {
  readonly id: string;
  readonly status: ClaimStatus;
  readonly saidOn: string | null;
  readonly eventOn: string | null;
  readonly revision: number;
};
