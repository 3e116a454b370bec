import { isMergeable } from '#domain/documents/document';
import { fieldsOf, pick } from '#domain/fields';
import { accept, type Result, refuse } from '#domain/result';
import { type Tx, write } from '../database/db';
import { type Actor, type EventDraft, event, recordEvents } from '../record/record-events';
import { goesBackTo } from './details';

export type RefusedLink =
  /** There is no such suggestion, or somebody has decided it already. */
  | { readonly kind: 'decided' }
  | { readonly kind: 'mayNotMerge' }
  /** See isMergeable. */
  | { readonly kind: 'oneIsConfidential' }
  /** The other goes back to this one already: a circle would have no origin. */
  | { readonly kind: 'derivedFromItself' };

/**
 * Decides on a suggested link of two documents. Once confirmed, a repeat has the other as its
 * origin, and of two equal documents the older one remains: it takes over the evidence on the other
 * and the documents that repeat it. A rejected link is never suggested again.
 *
 * @returns the document to look at now
 */
export async function recordLinkDecision(
  { id, decision, mayMerge }: { id: string; decision: 'confirm' | 'reject'; mayMerge: boolean },
  actor: Actor,
): Promise<Result<{ remainingId: string }, RefusedLink>> {
  return write(async (tx) => {
    const link = await tx.documentLink.findFirst({
      where: { id, state: 'suggested' },
      include: { from: confidential, to: confidential },
    });
    if (!link) return refuse({ kind: 'decided' });
    if (link.kind === 'same' && !mayMerge) return refuse({ kind: 'mayNotMerge' });
    const { fromId, toId, kind } = link;
    if (decision === 'confirm' && kind === 'same' && !isMergeable(link.from, link.to)) {
      return refuse({ kind: 'oneIsConfidential' });
    }
    if (decision === 'confirm' && kind === 'derived' && (await goesBackTo(tx, toId, fromId))) {
      return refuse({ kind: 'derivedFromItself' });
    }
    const state = decision === 'confirm' ? ('confirmed' as const) : ('rejected' as const);
    await tx.documentLink.update({ where: { id }, data: { state, decidedById: actor.userId } });
    const content = { documentId: fromId, before: { state: 'suggested' } } as const;
    await recordEvents(tx, actor, [
      state === 'confirmed'
        ? event('link.confirmed', id, { ...content, after: { state, decidedById: actor.userId } })
        : event('link.rejected', id, { ...content, after: { state, decidedById: actor.userId } }),
    ]);
    if (decision === 'reject') return accept({ remainingId: fromId });
    if (kind === 'derived') {
      await recordEvents(tx, actor, [
        await edit(tx, fromId, 'source.edited', { derivedFromId: toId }),
      ]);
      return accept({ remainingId: fromId });
    }
    // Ids are in the order of time: the older one remains.
    const [remainingId, goneId] = fromId < toId ? [fromId, toId] : [toId, fromId];
    await merge(tx, actor, { remainingId, goneId });
    return accept({ remainingId });
  });
}

const confidential = { select: { confidential: true } } as const;

/** Changes a document and says so; an event of a document's own takes its revision on. */
async function edit(
  tx: Tx,
  id: string,
  action: 'source.edited' | 'source.merged',
  change: { readonly derivedFromId?: string | null; readonly mergedIntoId?: string },
): Promise<EventDraft> {
  const was = await tx.document.findUniqueOrThrow({
    where: { id },
    select: { derivedFromId: true, mergedIntoId: true },
  });
  await tx.document.update({ where: { id }, data: { ...change, revision: { increment: 1 } } });
  return event(action, id, { before: pick(was, fieldsOf(change)), after: { ...change } });
}

async function merge(
  tx: Tx,
  actor: Actor,
  { remainingId, goneId }: { remainingId: string; goneId: string },
): Promise<void> {
  const events = [await edit(tx, goneId, 'source.merged', { mergedIntoId: remainingId })];
  await tx.document.update({ where: { id: goneId }, data: { recaptureAt: null } });
  const remaining = await tx.document.findUniqueOrThrow({
    where: { id: remainingId },
    select: { derivedFromId: true },
  });
  if (remaining.derivedFromId === goneId) {
    events.push(await edit(tx, remainingId, 'source.edited', { derivedFromId: null }));
  }
  const repeating = await tx.document.findMany({
    where: { derivedFromId: goneId },
    select: { id: true },
  });
  for (const { id } of repeating) {
    const isCircle = await goesBackTo(tx, remainingId, id);
    events.push(
      await edit(tx, id, 'source.edited', { derivedFromId: isCircle ? null : remainingId }),
    );
  }
  const leaning = await tx.evidence.findMany({
    where: { documentId: goneId },
    orderBy: { id: 'asc' },
    select: { id: true, claimId: true },
  });
  for (const { id, claimId } of leaning) {
    await tx.evidence.update({
      where: { id },
      data: { documentId: remainingId, revision: { increment: 1 } },
    });
    const { revision } = await tx.claim.update({
      where: { id: claimId },
      data: { revision: { increment: 1 } },
      select: { revision: true },
    });
    events.push(
      event('evidence.moved', id, {
        claimId,
        before: { documentId: goneId },
        after: { documentId: remainingId, revision },
      }),
    );
  }
  // What else was noticed of the one that is gone is beside the point.
  const open = await tx.documentLink.findMany({
    where: { state: 'suggested', OR: [{ fromId: goneId }, { toId: goneId }] },
    select: { id: true, fromId: true },
  });
  for (const { id, fromId } of open) {
    await tx.documentLink.update({ where: { id }, data: { state: 'rejected' } });
    events.push(
      event('link.rejected', id, {
        documentId: fromId,
        before: { state: 'suggested' },
        after: { state: 'rejected' },
      }),
    );
  }
  await recordEvents(tx, actor, events);
}
