import type { ReadableDocument } from '#domain/documents/capture';
import { reader, type Tx } from '../database/db';

/** What is known of the text of a copy beside its words. */
export type AboutText = Pick<ReadableDocument, 'pages' | 'textFrom'>;

/** Keeps where the pages of a text begin, and whether it is what a page gives for machines. */
export async function recordAboutText(
  tx: Tx,
  captureId: string,
  { pages, textFrom }: AboutText,
): Promise<void> {
  if (!pages && !textFrom) return;
  const about = { ...(pages && { pageStarts: [...pages] }), ...(textFrom && { from: textFrom }) };
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
  };
}
