import { accept, type Result, refuse } from '#domain/result';
import { toMomentColumn } from '../chain/chain';
import { plain, prepared, write } from '../database/db';
import { addCapture } from '../documents/documents';
import { type Actor, event, recordEvents, THE_DESK } from '../record/record-events';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Has a document captured again every so many days, from today on; null ends it.
 *
 * @returns refused as noAddress when there is nothing to fetch it from
 */
export async function recordSchedule(
  documentId: string,
  everyDays: number | null,
  actor: Actor,
): Promise<Result<void, { kind: 'noAddress' | 'noSuchDocument' }>> {
  return write(async (tx) => {
    const document = await tx.document.findUnique({
      where: { id: documentId },
      select: { url: true, mergedIntoId: true, recaptureEveryDays: true, underCheck: true },
    });
    if (!document || document.mergedIntoId) return refuse({ kind: 'noSuchDocument' });
    if (!document.url && everyDays !== null) return refuse({ kind: 'noAddress' });
    if (document.recaptureEveryDays === everyDays) return accept(undefined);
    const at = everyDays === null ? null : new Date(Date.now() + everyDays * DAY_MS);
    await tx.document.update({
      where: { id: documentId },
      data: { recaptureEveryDays: everyDays, recaptureAt: at },
    });
    await recordEvents(tx, actor, [
      event(document.underCheck ? 'article.scheduled' : 'source.scheduled', documentId, {
        before: { recaptureEveryDays: document.recaptureEveryDays },
        after: { recaptureEveryDays: everyDays },
      }),
    ]);
    return accept(undefined);
  });
}

// Asked by Prisma, SQLite would look for the day among all documents that are merged into none.
const DUE = `SELECT "id" FROM "Document" INDEXED BY "Document_recaptureAt_idx"
  WHERE "recaptureAt" <= ? AND "mergedIntoId" IS NULL`;

/**
 * Requests a capture of every document that is due today, unless one is pending, and sets the next
 * day.
 *
 * @returns how many were requested
 */
export async function recordDueRecaptures(now = new Date()): Promise<number> {
  const at = toMomentColumn(now);
  if (!prepared<[string], { id: string }>(DUE).get(at)) return 0;
  return write(async (tx) => {
    const ids = prepared<[string], { id: string }>(DUE, plain(tx)).all(at);
    const due = await tx.document.findMany({
      where: { id: { in: ids.map(({ id }) => id) } },
      orderBy: { recaptureAt: 'asc' },
      select: {
        id: true,
        url: true,
        recaptureEveryDays: true,
        captures: { where: { state: 'pending' }, take: 1, select: { id: true } },
      },
    });
    let asked = 0;
    for (const { id, url, recaptureEveryDays, captures } of due) {
      const at = recaptureEveryDays && new Date(now.getTime() + recaptureEveryDays * DAY_MS);
      await tx.document.update({ where: { id }, data: { recaptureAt: at || null } });
      if (!url || captures.length > 0) continue;
      await addCapture(tx, THE_DESK, id, { origin: { method: 'fetch', url }, stored: null });
      asked += 1;
    }
    return asked;
  });
}
