import type { ClaimStatus } from '#domain/claims/claim';
import { movePlaces } from '#domain/figures/places';
import { accept, type Result, refuse } from '#domain/result';
import { type Anchor, toAnchor } from '#domain/texts/anchor';
import { unavailableBy } from '#domain/unavailable';
import { updateMany } from '../database/bulk';
import { plain, prepared, reader, sqlite, type Tx, write } from '../database/db';
import { type Actor, type EventDraft, event, recordEvents } from '../record/record-events';

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
export type ArticleCaptures = {
  readonly id: string;
  readonly title: string;
  readonly read: ArticleCapture;
  readonly newer: ArticleCapture | null;
};

type ArticleCapture = {
  readonly id: string;
  readonly n: number;
  readonly takenAt: Date;
  readonly text: string | null;
};

const captureSelect = { id: true, n: true, takenAt: true, text: true } as const;

/** The copies of an article that was read, or null when there is none with this id. */
export async function findArticleCaptures(id: string): Promise<ArticleCaptures | null> {
  const row = await reader().document.findFirst({
    where: { id, underCheck: true },
    select: { id: true, title: true, readCapture: { select: captureSelect } },
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
    select: captureSelect,
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
         (SELECT count(*) FROM "Capture" k CROSS JOIN "Appearance" a ON a."captureId" = k."id" AND a."first"
           CROSS JOIN "Claim" c ON c."id" = a."claimId"
           WHERE k."documentId" = d."id" AND k."id" <> r."id" AND c."status" <> 'dismissed'
             AND c."articleId" = d."id") AS "elsewhere"
       FROM "Document" d JOIN "Capture" r ON r."id" = d."readCaptureId" WHERE d."id" = ?`,
    )
    .get(articleId);
  return { newer: row?.newer === 1, elsewhere: row?.elsewhere ?? 0 };
}

const CLAIMS_A_PAGE = 500;

/**
 * The claims of an article with their places, in the order of the text. Dismissed claims stay where they
 * were. Others get their turn after each page of a long article.
 */
export async function listPlacedClaims(articleId: string): Promise<PlacedClaim[]> {
  const claims: PlacedClaim[] = [];
  let [position, id] = [-1, ''];
  for (;;) {
    const rows = prepared<[string, number, string, number], PlacedClaim & { position: number }>(
      `SELECT c."position", ${PLACED_COLUMNS}
       FROM "Claim" c JOIN "Appearance" a ON a."claimId" = c."id" AND a."first"
       WHERE c."articleId" = ? AND (c."position", c."id") > (?, ?) AND c."status" <> 'dismissed'
       ORDER BY c."position", c."id" LIMIT ?`,
    ).all(articleId, position, id, CLAIMS_A_PAGE);
    const last = rows.at(-1);
    if (!last) return claims;
    [position, id] = [last.position, last.id];
    for (const { position: _, ...claim } of rows) claims.push(claim);
    await new Promise(setImmediate);
  }
}

/** One claim of an article with its place, or null when the article has none with this id. */
export const findPlacedClaim = (articleId: string, claimId: string): PlacedClaim | null =>
  prepared<[string, string], PlacedClaim>(
    `SELECT ${PLACED_COLUMNS}
     FROM "Claim" c JOIN "Appearance" a ON a."claimId" = c."id" AND a."first"
     WHERE c."id" = ? AND c."articleId" = ? AND c."status" <> 'dismissed'`,
  ).get(claimId, articleId) ?? null;

const PLACED_COLUMNS = `c."id", c."number", c."text", c."status", c."revision",
  a."captureId", a."start", a."end", a."exact", a."prefix", a."suffix"`;

/** The new place of a claim in the newer capture, at the revision that the person saw. */
export type Placement = {
  readonly claimId: string;
  readonly revision: number;
  readonly start: number;
  readonly end: number;
};

/**
 * Goes over to another copy of an article. Its claims stay where they are until they are attached to the
 * copy: see `recordPlaced`.
 *
 * @param from  the copy that was read when it was decided
 * @param confirmed  the claims that somebody wants attached, each at the revision that was shown
 * @returns refused as stale, with nothing written, when the article was taken to another copy meanwhile
 *   or one of the claims was changed
 */
export async function recordCaptureRead(
  { articleId, from, to }: { articleId: string; from: string; to: string },
  confirmed: readonly Pick<Placement, 'claimId' | 'revision'>[],
  actor: Actor,
): Promise<Result<void, { kind: 'stale' }>> {
  return write(async (tx) => {
    if (!areAsSeen(tx, confirmed)) return refuse({ kind: 'stale' });
    const { count } = await tx.document.updateMany({
      where: { id: articleId, readCaptureId: from },
      data: { readCaptureId: to },
    });
    if (count === 0) return refuse({ kind: 'stale' });
    recordEvents(tx, actor, [
      event('article.readCopy', articleId, {
        before: { readCaptureId: from },
        after: { readCaptureId: to, kept: confirmed.length },
      }),
    ]);
    return accept(undefined);
  });
}

function areAsSeen(tx: Tx, seen: readonly Pick<Placement, 'claimId' | 'revision'>[]): boolean {
  const row = prepared<[string], { changed: number }>(
    `SELECT EXISTS (
       SELECT 1 FROM json_each(?) j LEFT JOIN "Claim" c ON c."id" = j.value ->> 0
       WHERE c."revision" IS NOT j.value ->> 1
     ) AS "changed"`,
    plain(tx),
  ).get(JSON.stringify(seen.map(({ claimId, revision }) => [claimId, revision])));
  return row?.changed === 0;
}

const CLAIMS_A_WRITE = 100;

/**
 * Attaches claims to the copy of their article that is read, some at a time, so that nobody else waits
 * for a long article. A claim that somebody changed meanwhile stays in its copy.
 *
 * @returns how many were attached; fewer than asked for, too, when the article is taken to yet another
 *   copy meanwhile, or the desk can save nothing for now
 */
export async function recordPlaced(
  { articleId, captureId }: { articleId: string; captureId: string },
  placements: readonly Placement[],
  actor: Actor,
): Promise<number> {
  const capture = await reader().capture.findUnique({
    where: { id: captureId },
    select: { text: true },
  });
  const text = capture?.text ?? '';
  let attached = 0;
  for (let from = 0; from < placements.length; from += CLAIMS_A_WRITE) {
    const some = placements.slice(from, from + CLAIMS_A_WRITE);
    const begun = performance.now();
    try {
      attached += await write(async (tx) => {
        const where = { id: articleId, readCaptureId: captureId };
        if (!(await tx.document.findFirst({ where, select: { id: true } }))) return 0;
        const events = place(tx, { captureId, text }, some);
        recordEvents(tx, actor, events);
        return events.length;
      });
    } catch (error) {
      if (unavailableBy(error) === null) throw error;
      return attached;
    }
    if (from + CLAIMS_A_WRITE < placements.length) await rest(performance.now() - begun);
  }
  return attached;
}

const rest = (forMs: number) => new Promise((resolve) => setTimeout(resolve, forMs));

type PlacedRow = {
  readonly claimId: string;
  readonly revision: number;
  readonly id: string;
  readonly captureId: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
};

type FigureRow = {
  readonly id: string;
  readonly claimId: string;
  readonly surface: string;
  readonly start: number;
  readonly end: number;
};

/** Moves claims to their places in a copy, with their figures. @returns an event for each that was as seen */
function place(
  tx: Tx,
  { captureId, text }: { captureId: string; text: string },
  placements: readonly Placement[],
): EventDraft[] {
  const db = plain(tx);
  const ids = JSON.stringify(placements.map(({ claimId }) => claimId));
  const stood = new Map(
    prepared<[string], PlacedRow>(
      `SELECT c."id" AS "claimId", c."revision", a."id", a."captureId", a."start", a."end", a."exact"
       FROM json_each(?) j CROSS JOIN "Claim" c ON c."id" = j.value
       CROSS JOIN "Appearance" a ON a."claimId" = c."id" AND a."first"`,
      db,
    )
      .all(ids)
      .map((row) => [row.claimId, row]),
  );
  const figures = prepared<[string], FigureRow>(
    `SELECT q."id", q."claimId", q."surface", q."start", q."end"
     FROM json_each(?) j CROSS JOIN "Quantity" q ON q."claimId" = j.value
     WHERE q."start" IS NOT NULL ORDER BY q."claimId", q."n"`,
    db,
  ).all(ids);
  const figuresOf = new Map<string, FigureRow[]>();
  for (const figure of figures) {
    figuresOf.set(figure.claimId, [...(figuresOf.get(figure.claimId) ?? []), figure]);
  }
  const moved = placements.flatMap(({ claimId, revision, start, end }) => {
    const was = stood.get(claimId);
    const anchor = toAnchor(text, start, end);
    if (!was || !anchor || was.revision !== revision) return [];
    return [{ was, anchor, figures: movePlaces(figuresOf.get(claimId) ?? [], was, anchor) }];
  });
  const updatedAt = new Date();
  updateMany(
    tx,
    'Claim',
    moved.map(({ was, anchor }) => ({
      id: was.claimId,
      position: anchor.start,
      revision: was.revision + 1,
      updatedAt,
    })),
  );
  updateMany(
    tx,
    'Appearance',
    moved.map(({ was, anchor }) => ({ id: was.id, captureId, ...anchor })),
  );
  updateMany(
    tx,
    'Quantity',
    moved.flatMap((each) => each.figures.map(({ id, start, end }) => ({ id, start, end }))),
  );
  return moved.map(({ was, anchor: { start, end, exact }, figures: placed }) =>
    event('claim.movedCopy', was.claimId, {
      before: { captureId: was.captureId, start: was.start, end: was.end, exact: was.exact },
      after: {
        appearance: { id: was.id, captureId, start, end, exact },
        figures: placed,
        revision: was.revision + 1,
      },
    }),
  );
}
