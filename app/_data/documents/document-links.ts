import { v7 as uuidv7 } from 'uuid';
import { plain, prepared, reader, type Tx } from '../database/db';
import { event, recordEvents, THE_DESK } from '../record/record-events';

/** Two documents that seem to be one, or of which `from` seems to repeat `to`. */
export type FoundLink = {
  readonly kind: 'same' | 'derived';
  readonly fromId: string;
  readonly toId: string;
  /** The share of the one text that is in the other, 0 to 1; null for a suggestion by address. */
  readonly score: number | null;
};

/**
 * Suggests, inside a write, the duplicates of a newly read document: those with its own address or
 * exactly its text.
 */
export async function suggestDuplicates(
  tx: Tx,
  documentId: string,
  textSha256: string,
): Promise<void> {
  const own = await tx.document.findUniqueOrThrow({
    where: { id: documentId },
    select: { canonicalUrl: true, underCheck: true },
  });
  // An article under check is never a source as well: what is checked is not evidence of itself.
  const find = (sql: string, value: string) =>
    prepared<[string, string, number, number], { id: string }>(sql, plain(tx)).all(
      value,
      documentId,
      own.underCheck ? 1 : 0,
      MOST_LINKS,
    );
  const score = new Map<string, number | null>();
  if (own.canonicalUrl) {
    for (const { id } of find(AT_ADDRESS, own.canonicalUrl)) score.set(id, null);
  }
  for (const { id } of find(WITH_TEXT, textSha256)) score.set(id, 1);
  await suggestLinks(
    tx,
    [...score].map(([toId, share]) => ({ kind: 'same', fromId: documentId, toId, score: share })),
  );
}

const MOST_LINKS = 5;

// Asked by Prisma, SQLite would look for the address and the text among all sources.
const OF_OTHERS = `d."id" <> ? AND d."underCheck" = ? AND d."mergedIntoId" IS NULL
  ORDER BY d."id" LIMIT ?`;
const AT_ADDRESS = `SELECT d."id" FROM "Document" d INDEXED BY "Document_canonicalUrl_idx"
  WHERE d."canonicalUrl" = ? AND ${OF_OTHERS}`;
const WITH_TEXT = `SELECT DISTINCT d."id"
  FROM "Capture" k INDEXED BY "Capture_textSha256_idx" CROSS JOIN "Document" d ON d."id" = k."documentId"
  WHERE k."textSha256" = ? AND k."state" = 'complete' AND ${OF_OTHERS}`;

/** Suggests links inside a write; what was suggested before, either way, is left as it was decided. */
export async function suggestLinks(tx: Tx, links: readonly FoundLink[]): Promise<void> {
  for (const { kind, fromId, toId, score } of links) {
    const known = await tx.documentLink.findFirst({
      where: {
        OR: [
          { fromId, toId },
          { fromId: toId, toId: fromId },
        ],
      },
      select: { id: true },
    });
    if (known) continue;
    const id = uuidv7();
    const suggestion = { kind, fromId, toId, score, state: 'suggested' } as const;
    await tx.documentLink.create({ data: { id, ...suggestion, at: new Date() } });
    await recordEvents(tx, THE_DESK, [
      event('link.suggested', id, { documentId: fromId, after: suggestion }),
    ]);
  }
}

/** A suggestion that concerns a document, seen from it. */
export type OpenLink = {
  readonly id: string;
  readonly kind: 'same' | 'derived';
  readonly score: number | null;
  /** Whether this document is the one that repeats the other. */
  readonly isFrom: boolean;
  readonly other: {
    readonly id: string;
    readonly title: string;
    readonly publisher: string | null;
    readonly confidential: boolean;
  };
};

/**
 * What the desk noticed of a document and nobody has decided yet.
 *
 * @param seesConfidential  whether links with confidential documents are among it
 */
export async function listOpenLinks(
  documentId: string,
  seesConfidential: boolean,
): Promise<OpenLink[]> {
  const other = {
    select: { id: true, title: true, publisher: true, confidential: true },
  } as const;
  const rows = await reader().documentLink.findMany({
    where: {
      state: 'suggested',
      OR: [{ fromId: documentId }, { toId: documentId }],
      ...(!seesConfidential && { from: { confidential: false }, to: { confidential: false } }),
    },
    orderBy: { id: 'asc' },
    select: { id: true, kind: true, score: true, fromId: true, from: other, to: other },
  });
  return rows.map(({ fromId, from, to, ...row }) => ({
    ...row,
    isFrom: fromId === documentId,
    other: fromId === documentId ? to : from,
  }));
}
