import type { QuotePlace } from '#domain/quotes/find-quote';
import { prepared, write } from '../database/db';
import { event, recordEvents, THE_DESK } from '../record/record-events';
import { toFindColumns } from './quote-columns';

/** Evidence that was attached before the copy of its source was there, and the copy that is there now. */
export type WaitingQuote = {
  readonly evidenceId: string;
  readonly quote: string;
  readonly captureId: string;
};

// The small index Evidence_unchecked has only evidence that waits.
const NEXT = `
  SELECT e."id" AS "evidenceId", e."quote",
    (SELECT k."id" FROM "Capture" k WHERE k."documentId" = e."documentId" AND k."state" = 'complete'
      AND k."takedownReason" IS NULL ORDER BY k."n" DESC LIMIT 1) AS "captureId"
  FROM "Evidence" e INDEXED BY "Evidence_unchecked"
  WHERE e."quoteFound" IS NULL AND e."captureId" IS NOT NULL AND e."removedAt" IS NULL
    AND EXISTS (SELECT 1 FROM "Capture" k WHERE k."documentId" = e."documentId"
      AND k."state" = 'complete' AND k."takedownReason" IS NULL)
  LIMIT 1`;

/** A quote that can be looked for now; null when none waits. */
export const findWaitingQuote = (): WaitingQuote | null =>
  prepared<[], WaitingQuote>(NEXT).get() ?? null;

/**
 * Records where a quote was found in a copy that came after it. Its figures get their places.
 *
 * @returns false when the evidence was removed, changed or checked meanwhile
 */
export async function recordQuoteChecked(
  { evidenceId, quote, captureId }: WaitingQuote,
  { find, page }: { readonly find: QuotePlace; readonly page: number | null },
): Promise<boolean> {
  return write(async (tx) => {
    const evidence = await tx.evidence.findFirst({
      where: { id: evidenceId, quote, quoteFound: null, removedAt: null },
      select: {
        claimId: true,
        quantities: { select: { id: true, start: true, end: true, corrected: true } },
      },
    });
    if (!evidence) return false;
    const found = toFindColumns(find);
    const shift = find.found === 'exact' ? find.start : 0;
    const figures = evidence.quantities.flatMap(({ id, start, end, corrected }) =>
      shift === 0 || corrected || start === null || end === null
        ? []
        : [{ id, start: start + shift, end: end + shift }],
    );
    await tx.evidence.update({ where: { id: evidenceId }, data: { ...found, page, captureId } });
    for (const { id, ...place } of figures) {
      await tx.quantity.update({ where: { id }, data: place });
    }
    await recordEvents(tx, THE_DESK, [
      event('evidence.checked', evidenceId, {
        claimId: evidence.claimId,
        after: { ...found, page, captureId, figures },
      }),
    ]);
    return true;
  });
}
