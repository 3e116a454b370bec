import { type Anchor, toAnchor } from '#domain/anchor';
import type { ClaimStatus } from '#domain/claim';
import { placeFigures } from '#domain/figure-places';
import { accept, type Result, refuse } from '#domain/result';
import { onClaim } from './claim-moves';
import { reader, sqlite, type Tx, write } from './db';
import { type Actor, type EventDraft, recordEvents } from './events';

/** A claim with the place of its words in a copy. */
export type PlacedClaim = Anchor & {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly status: ClaimStatus;
  readonly revision: number;
  readonly captureId: string;
};

/** An article, the copy in which its claims stand, and a newer one where there is one. */
export type ArticleCopies = {
  readonly id: string;
  readonly title: string;
  readonly read: Copy;
  readonly newer: Copy | null;
};

type Copy = {
  readonly id: string;
  readonly n: number;
  readonly takenAt: Date;
  readonly text: string | null;
};

const copySelect = { id: true, n: true, takenAt: true, text: true } as const;

/** The copies of an article that was read, or null when there is none with this id. */
export async function findArticleCopies(id: string): Promise<ArticleCopies | null> {
  const row = await reader().document.findFirst({
    where: { id, underCheck: true },
    select: { id: true, title: true, readCapture: { select: copySelect } },
  });
  if (!row?.readCapture) return null;
  const newer = await reader().capture.findFirst({
    where: {
      documentId: id,
      state: 'complete',
      takedownReason: null,
      n: { gt: row.readCapture.n },
    },
    orderBy: { n: 'desc' },
    select: copySelect,
  });
  return { id, title: row.title, read: row.readCapture, newer };
}

/** How an article stands to its copies: whether a newer one is there, and how many claims stand in others. */
export function countElsewhere(articleId: string): { newer: boolean; elsewhere: number } {
  const row = sqlite()
    .prepare<[string], { newer: number; elsewhere: number }>(
      `SELECT
         EXISTS (SELECT 1 FROM "Capture" k WHERE k."documentId" = d."id" AND k."state" = 'complete'
           AND k."takedownReason" IS NULL AND k."n" > r."n") AS "newer",
         (SELECT count(*) FROM "Claim" c JOIN "Appearance" a ON a."claimId" = c."id" AND a."first"
           WHERE c."articleId" = d."id" AND a."captureId" <> r."id" AND c."status" <> 'dismissed')
           AS "elsewhere"
       FROM "Document" d JOIN "Capture" r ON r."id" = d."readCaptureId" WHERE d."id" = ?`,
    )
    .get(articleId);
  return { newer: row?.newer === 1, elsewhere: row?.elsewhere ?? 0 };
}

/** The claims of an article with their places, in the order of the text. Dismissed ones stay where they were. */
export function listPlacedClaims(articleId: string): PlacedClaim[] {
  return sqlite()
    .prepare<[string], PlacedClaim>(
      `SELECT c."id", c."number", c."text", c."status", c."revision",
              a."captureId", a."start", a."end", a."exact", a."prefix", a."suffix"
       FROM "Claim" c JOIN "Appearance" a ON a."claimId" = c."id" AND a."first"
       WHERE c."articleId" = ? AND c."status" <> 'dismissed' ORDER BY a."start", c."number"`,
    )
    .all(articleId);
}

/** Where a claim is to stand in the newer copy, at the revision that somebody saw. */
export type Placement = {
  readonly claimId: string;
  readonly revision: number;
  readonly start: number;
  readonly end: number;
};

/**
 * Goes over to another copy of an article, and attaches there the claims that somebody confirmed. The
 * others stay where they are, in the copy that was read before.
 *
 * @param from  the copy that was read when it was decided
 * @returns how many were attached; refused as stale, with nothing written, when the article was taken to
 *   another copy meanwhile or one of the claims was changed
 */
export async function recordCopyRead(
  { articleId, from, to }: { articleId: string; from: string; to: string },
  placements: readonly Placement[],
  actor: Actor,
): Promise<Result<number, { kind: 'stale' }>> {
  return write(async (tx) => {
    const { count } = await tx.document.updateMany({
      where: { id: articleId, readCaptureId: from },
      data: { readCaptureId: to },
    });
    if (count === 0) return refuse({ kind: 'stale' });
    const events: EventDraft[] = [
      {
        action: 'article.readCopy',
        entity: 'document',
        entityId: articleId,
        documentId: articleId,
        before: { readCaptureId: from },
        after: { readCaptureId: to, kept: placements.length },
      },
    ];
    const placed = await place(tx, to, placements);
    if (!placed) throw new StaleClaim();
    await recordEvents(tx, actor, [...events, ...placed]);
    return accept(placements.length);
  }).catch((error: unknown) => {
    if (error instanceof StaleClaim) return refuse({ kind: 'stale' as const });
    throw error;
  });
}

/** Thrown so that what was written before it is taken back. */
class StaleClaim extends Error {}

/**
 * Attaches one claim to words that somebody chose in the copy that is read.
 *
 * @returns refused as stale when somebody changed the claim meanwhile
 */
export async function recordPlacedByHand(
  captureId: string,
  placement: Placement,
  actor: Actor,
): Promise<Result<void, { kind: 'stale' }>> {
  return write(async (tx) => {
    const placed = await place(tx, captureId, [placement]);
    if (!placed) throw new StaleClaim();
    await recordEvents(tx, actor, placed);
    return accept(undefined);
  }).catch((error: unknown) => {
    if (error instanceof StaleClaim) return refuse({ kind: 'stale' as const });
    throw error;
  });
}

/** Moves claims to their places in a copy, with their figures. @returns null when one has moved on */
async function place(
  tx: Tx,
  captureId: string,
  placements: readonly Placement[],
): Promise<EventDraft[] | null> {
  const { text } = await tx.capture.findUniqueOrThrow({
    where: { id: captureId },
    select: { text: true },
  });
  const events: EventDraft[] = [];
  for (const { claimId, revision, start, end } of placements) {
    const anchor = toAnchor(text ?? '', start, end);
    const was = await tx.appearance.findFirst({
      where: { claimId, first: true },
      select: { id: true, captureId: true, start: true, end: true, exact: true },
    });
    if (!anchor || !was) return null;
    const { count } = await tx.claim.updateMany({
      where: { id: claimId, revision },
      data: { position: anchor.start, revision: { increment: 1 } },
    });
    if (count === 0) return null;
    await tx.appearance.update({ where: { id: was.id }, data: { captureId, ...anchor } });
    const held = await tx.quantity.findMany({
      where: { claimId, start: { not: null } },
      orderBy: { n: 'asc' },
      select: { id: true, surface: true, start: true, end: true },
    });
    const figures = placeFigures(held, was, anchor);
    for (const { id, ...at } of figures) await tx.quantity.update({ where: { id }, data: at });
    events.push({
      ...onClaim(claimId, 'claim.movedCopy'),
      before: { captureId: was.captureId, start: was.start, end: was.end, exact: was.exact },
      after: {
        appearance: {
          id: was.id,
          captureId,
          start: anchor.start,
          end: anchor.end,
          exact: anchor.exact,
        },
        figures,
        revision: revision + 1,
      },
    });
  }
  return events;
}
