import type { Day } from '#domain/day';
import type { ReadableDocument } from '#domain/documents/capture';
import { prepared, reader, type Tx } from '../database/db';

/** What is known of the text of a copy beside its words. */
export type AboutText = Pick<ReadableDocument, 'pages' | 'textFrom' | 'fileDay'>;

/** Stores where the pages of a text begin, whether a page gives it for machines, and the day of the file. */
export async function recordAboutText(
  tx: Tx,
  captureId: string,
  { pages, textFrom, fileDay }: AboutText,
): Promise<void> {
  if (!pages && !textFrom && !fileDay) return;
  const about = {
    ...(pages && { pageStarts: [...pages] }),
    ...(textFrom && { from: textFrom }),
    ...(fileDay && { fileDay }),
  };
  // A copy that was put back may have been read before.
  await tx.captureText.upsert({
    where: { captureId },
    create: { captureId, ...about },
    update: about,
  });
}

/**
 * What is known of the text of a copy.
 *
 * @param database  inside of a write, its transaction
 */
export async function findAboutText(
  captureId: string,
  database: Pick<Tx, 'captureText'> = reader(),
): Promise<AboutText> {
  const row = await database.captureText.findUnique({ where: { captureId } });
  return {
    ...(Array.isArray(row?.pageStarts) && { pages: row.pageStarts.map(Number) }),
    ...(row?.from && { textFrom: row.from }),
    ...(row?.fileDay && { fileDay: row.fileDay }),
  };
}

/** The day that the newest file of a document gives as its own: null when no file gives one. */
export function findFileDay(documentId: string): Day | null {
  const newest = prepared<[string], { fileDay: Day }>(
    `SELECT t."fileDay" FROM "Capture" c CROSS JOIN "CaptureText" t ON t."captureId" = c."id"
     WHERE c."documentId" = ? AND t."fileDay" IS NOT NULL ORDER BY c."n" DESC LIMIT 1`,
  );
  return newest.get(documentId)?.fileDay ?? null;
}
