import type { ShownDifference, ShownPassage } from '#domain/texts/shown-difference';
import { reader, type Tx, write } from '../database/db';

/**
 * The most differences to store: each can be made again in a moment, and has up to some hundred
 * kilobytes.
 */
const MOST_STORED = 1000;

/** What changed from one copy to a later one, as it was made before; null when it was not. */
export async function findDifference(
  captureId: string,
  previousId: string,
): Promise<ShownDifference | null> {
  const row = await reader().captureDifference.findUnique({
    where: { captureId_previousId: { captureId, previousId } },
    select: { passages: true, total: true },
  });
  return row && { total: row.total, passages: row.passages as unknown as readonly ShownPassage[] };
}

/** Keeps what changed from one copy to a later one, unless one of them was taken down meanwhile. */
export async function keepDifference(
  captureId: string,
  previousId: string,
  { passages, total }: ShownDifference,
): Promise<void> {
  await write(async (tx) => {
    const standing = await tx.capture.count({
      where: { id: { in: [captureId, previousId] }, takedownReason: null },
    });
    if (standing < 2) return;
    const stored = { passages: JSON.parse(JSON.stringify(passages)), total };
    await tx.captureDifference.upsert({
      where: { captureId_previousId: { captureId, previousId } },
      create: { captureId, previousId, ...stored },
      update: stored,
    });
    await tx.$executeRaw`DELETE FROM "CaptureDifference" WHERE rowid IN (
      SELECT rowid FROM "CaptureDifference" ORDER BY "createdAt" DESC LIMIT -1 OFFSET ${MOST_STORED})`;
  });
}

/** Removes what was made of a copy that is taken down, inside that write. */
export const removeDifferences = (tx: Tx, captureId: string) =>
  tx.captureDifference.deleteMany({
    where: { OR: [{ captureId }, { previousId: captureId }] },
  });
