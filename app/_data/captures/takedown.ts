import { accept, type Result, refuse } from '#domain/result';
import { write } from '../database/db';
import { removeUnnamed } from '../documents/files';
import { type Actor, event, recordEvents } from '../record/record-events';
import { removeDifferences } from './differences';

/**
 * Takes a capture down: deletes its text, its bytes if no other row has them, and its words in the
 * named events. Their hashes stay, and so does the reason, in an event that lists the blanked
 * parts: by it the verification distinguishes a takedown from tampering. No page or command offers
 * it yet.
 *
 * @param events  the numbers of the events with words to blank
 * @returns refused as noSuchCopy when there is none with this id, or it was taken down already
 */
export async function recordTakedown(
  { captureId, reason, events }: { captureId: string; reason: string; events: readonly number[] },
  actor: Actor,
): Promise<Result<void, { kind: 'noSuchCopy' }>> {
  const capture = await write(async (tx) => {
    const found = await tx.capture.findUnique({
      where: { id: captureId },
      select: { documentId: true, sha256: true, takedownReason: true },
    });
    if (!found || found.takedownReason !== null) return null;
    await tx.capture.update({
      where: { id: captureId },
      data: { text: null, takedownReason: reason },
    });
    await removeDifferences(tx, captureId);
    await tx.$executeRaw`UPDATE "Event" SET "before" = NULL, "after" = NULL
      WHERE "seq" IN (SELECT value FROM json_each(${JSON.stringify(events)}))`;
    await recordEvents(tx, actor, [
      event('capture.takenDown', captureId, {
        documentId: found.documentId,
        after: { blanked: [...events] },
        reason,
      }),
    ]);
    return found;
  });
  if (!capture) return refuse({ kind: 'noSuchCopy' });
  if (capture.sha256) await removeUnnamed(capture.sha256);
  return accept(undefined);
}
