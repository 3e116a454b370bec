import { v7 as uuidv7 } from 'uuid';
import type { CaptureOrigin } from '#domain/documents/document';
import { accept, type Result, refuse } from '#domain/result';
import { requestRecheck } from '../claims/recheck';
import { reader, type Tx, write } from '../database/db';
import { suggestDuplicates } from '../documents/document-links';
import { addCapture, addRow, isChanged, prepareCapture } from '../documents/documents';
import { readBytes } from '../documents/files';
import { wakeCaptures } from '../documents/wake-captures';
import { type Actor, event, recordEvents } from '../record/record-events';
import { findAboutText, recordAboutText } from './about-text';

/**
 * Asks for another copy of a document. While one is pending, that is the one.
 *
 * @param id  made when the form was shown, so that a form sent twice adds one copy
 * @returns refused as noSuchDocument when there is none with this id, or the copy is another's
 */
export async function recordCaptureAgain(
  { id, documentId, origin }: { id: string; documentId: string; origin: CaptureOrigin },
  actor: Actor,
): Promise<Result<{ captureId: string }, { kind: 'noSuchDocument' }>> {
  const prepared = await prepareCapture(origin);
  const recorded = await write(async (tx) => {
    const document = await tx.document.findUnique({
      where: { id: documentId },
      select: { mergedIntoId: true },
    });
    if (!document || document.mergedIntoId) return refuse({ kind: 'noSuchDocument' as const });
    const twice = await findRetaken(tx, id);
    if (twice) {
      return twice.documentId === documentId
        ? accept({ captureId: id })
        : refuse({ kind: 'noSuchDocument' as const });
    }
    const pending = await tx.capture.findFirst({
      where: { documentId, state: 'pending' },
      select: { id: true, method: true },
    });
    // Fetching twice at once is of no use; another file or text is allowed.
    if (pending?.method === 'fetch' && origin.method === 'fetch') {
      return accept({ captureId: pending.id });
    }
    return accept({ captureId: await addCapture(tx, actor, documentId, prepared, id) });
  });
  if (recorded.ok) wakeCaptures();
  return recorded;
}

const findRetaken = (tx: Tx, id: string) =>
  tx.capture.findUnique({ where: { id }, select: { documentId: true, n: true } });

/**
 * Has the address of a document that somebody enters once more fetched again, where all that became of it
 * so far is a failure: they would be shown the old one. While there is a copy, or one is pending, that is the one.
 */
export async function recordFailedAgain(
  documentId: string,
  url: string,
  actor: Actor,
): Promise<void> {
  const captures = await reader().capture.groupBy({ by: 'state', where: { documentId } });
  if (captures.length === 0 || captures.some(({ state }) => state !== 'failed')) return;
  await recordCaptureAgain({ id: uuidv7(), documentId, origin: { method: 'fetch', url } }, actor);
}

/** Has a capture tried now that waits for a later moment. */
export async function recordTryNow(documentId: string, actor: Actor): Promise<void> {
  await write(async (tx) => {
    const waiting = await tx.capture.findMany({
      where: { documentId, state: 'pending', notBefore: { not: null } },
      select: { id: true },
    });
    await tx.capture.updateMany({
      where: { id: { in: waiting.map(({ id }) => id) } },
      data: { notBefore: null },
    });
    await recordEvents(
      tx,
      actor,
      waiting.map(({ id }) => event('capture.hastened', id, { documentId })),
    );
  });
  wakeCaptures();
}

/** The bytes of an earlier copy, to be read again; null when they are not there. */
export async function findStoredBytes(captureId: string) {
  const row = await reader().capture.findUnique({
    where: { id: captureId },
    select: {
      documentId: true,
      n: true,
      sha256: true,
      fileName: true,
      mime: true,
      takedownReason: true,
    },
  });
  if (!row?.sha256 || row.takedownReason !== null) return null;
  const bytes = await readBytes(row.sha256);
  return bytes && { ...row, sha256: row.sha256, bytes };
}

/**
 * Takes a page that looked like a wall for the document itself, since somebody has looked: another
 * copy, complete, of the same bytes and text. The reason stays in the record.
 *
 * @param id  of the new copy, made when the form was shown, so that a form sent twice adds one
 * @returns refused as noWall when there is no such copy, or its text was taken down
 */
export async function acceptDespiteWall(
  { id, captureId, reason }: { id: string; captureId: string; reason: string },
  actor: Actor,
): Promise<Result<{ documentId: string; n: number }, { kind: 'noWall' }>> {
  return write(async (tx) => {
    const wall = await tx.capture.findFirst({
      where: { id: captureId, state: 'failed', wall: { not: null }, takedownReason: null },
    });
    if (!wall?.textSha256 || !wall.text?.trim()) return refuse({ kind: 'noWall' });
    const { documentId, method, requestedUrl, finalUrl, fileName, httpStatus, mime } = wall;
    const { sha256, size, textSha256, text } = wall;
    const twice = await findRetaken(tx, id);
    if (twice) return twice.documentId === documentId ? accept(twice) : refuse({ kind: 'noWall' });
    const changedFromPrevious = await isChanged(tx, documentId, textSha256);
    const { n } = await addRow(
      tx,
      actor,
      {
        documentId,
        method,
        state: 'complete',
        requestedUrl,
        finalUrl,
        fileName,
        httpStatus,
        mime,
        sha256,
        size,
        textSha256,
        changedFromPrevious,
      },
      { id, action: 'capture.takenAsItIs', text, reason },
    );
    await recordAboutText(tx, id, await findAboutText(captureId, tx));
    await suggestDuplicates(tx, documentId, textSha256);
    if (changedFromPrevious) await requestRecheck(tx, documentId);
    return accept({ documentId, n });
  });
}
