import { accept, type Result, refuse } from '#domain/result';
import { write } from '../database/db';
import { removeUnnamed } from '../documents/files';
import { type Actor, event, recordEvents } from '../record/record-events';
import { removeDifferences } from './differences';

/**
 * Takes a copy down: its text goes, its bytes where nothing else is kept in them, and what the named
 * events said of it. Their hashes stay, and so does the reason, in an event that names what was blanked,
 * by which verifying knows a takedown from somebody's blanking. No page or command offers it yet.
 *
 * @param events  the numbers of the events whose words go with it
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
