import type { ReadClaim } from '#domain/claims/reading';
import {
  type ClaimReread,
  countReread,
  type Reread,
  type RereadCounts,
  type StoredClaim,
} from '#domain/claims/reread';
import { fieldsOf, pick } from '#domain/fields';
import { pickFigure } from '#domain/figures/figure';
import type { ReadWording } from '#domain/record/claim-content';
import { accept, type Result, refuse } from '#domain/result';
import { toFigureColumns, toFigureEntry, toFigureRow } from '../claims/figures';
import {
  addClaimants,
  addSuggestions,
  anchorOf,
  type ReadIn,
  toPlace,
  toReadColumns,
  toStoredCandidates,
} from '../claims/suggestions';
import { insertMany, updateMany } from '../database/bulk';
import { reader, type Tx, write } from '../database/db';
import { type Actor, type EventDraft, event, recordEvents } from '../record/record-events';
import { toAfter } from '../record/stored-event';
import { findBasis, type RereadBasis } from './stored-claims';

/** Which part of a reading is recorded; of the last one, how many claims all parts left as they are. */
export type RereadPart = { readonly isLast: boolean; readonly unchanged: number };

/**
 * Records what reading an article again does, or a part of that, with an event for each change. The last
 * part has the event of the reading, with what all of them did.
 *
 * @param basis  what the decision rests on: how many claims the article had before this part
 * @returns refused as stale, with nothing recorded, when a claim was added to the article since, one
 *   that is to be changed has changed, or the article is read in another copy
 */
export async function recordReread(
  reread: Reread,
  from: ReadIn,
  basis: RereadBasis,
  actor: Actor,
  { isLast, unchanged }: RereadPart = { isLast: true, unchanged: reread.unchanged.length },
): Promise<Result<void, { kind: 'stale' }>> {
  return write(async (tx) => {
    const { articleId } = from;
    const now = await findBasis(tx, articleId);
    const article = await tx.document.findUniqueOrThrow({
      where: { id: articleId },
      select: { readCaptureId: true },
    });
    const { changes, dismissals } = reread;
    const isUnchanged =
      now.claims === basis.claims &&
      article.readCaptureId === from.captureId &&
      (await areUnchanged(tx, [...changes.map(({ stored }) => stored), ...dismissals]));
    if (!isUnchanged) return refuse({ kind: 'stale' });
    const sofar = await tx.articleReading.findFirst({ where: { articleId, state: 'waiting' } });
    const { added = 0, changed = 0, dismissed = 0, written = 0 } = sofar ?? {};
    const own = countReread(reread);
    const done = {
      added: added + own.added,
      changed: changed + own.changed,
      dismissed: dismissed + own.dismissed,
    };
    await tx.articleReading.updateMany({
      where: { articleId, state: 'waiting' },
      data: {
        ...done,
        written: written + own.added + own.changed + own.dismissed,
        ...(isLast && { state: 'done' }),
      },
    });
    if (isLast) {
      await recordEvents(tx, actor, [
        event('article.readAgain', articleId, {
          after: { engine: from.engineVersion, ...done, kept: unchanged },
        }),
      ]);
    }
    await addSuggestions(tx, actor, { ...from, claims: reread.adds });
    const events = [
      ...(await changeWording(tx, actor, changes, from)),
      ...(await changeFigures(tx, changes)),
      ...(await changeStatus(tx, changes, dismissals)),
    ];
    await recordEvents(tx, actor, events);
    return accept(undefined);
  });
}

/** Whether claims are still at their stored revisions. */
async function areUnchanged(tx: Tx, stored: readonly StoredClaim[]): Promise<boolean> {
  const revisions = JSON.stringify(stored.map(({ id, revision }) => [id, revision]));
  const [row] = await tx.$queryRaw<{ moved: unknown }[]>`
    SELECT count(*) AS "moved" FROM json_each(${revisions}) AS "row"
    LEFT JOIN "Claim" ON "Claim"."id" = "row".value ->> 0
    WHERE "Claim"."revision" IS NOT "row".value ->> 1`;
  return Number(row?.moved) === 0;
}

type Changes = readonly ClaimReread[];

const next = ({ revision }: StoredClaim) => ({ revision: revision + 1 });

async function changeWording(
  tx: Tx,
  actor: Actor,
  changes: Changes,
  { text, captureId, engineVersion }: ReadIn,
): Promise<EventDraft[]> {
  const reworded = changes.flatMap(({ stored, wording }) => (wording ? [{ stored, wording }] : []));
  const parties = await addClaimants(
    tx,
    actor,
    reworded.map(({ wording }) => wording),
  );
  await updateMany(
    tx,
    'Claim',
    reworded.map(({ stored, wording }) => ({
      id: stored.id,
      ...toReadColumns(wording, parties),
      position: wording.start,
      engineVersion,
    })),
  );
  const advanced = new Map(
    reworded
      .filter(({ stored, wording }) => stored.start !== wording.start || stored.end !== wording.end)
      .map(({ stored, wording }) => [stored.id, anchorOf(text, wording)]),
  );
  const movedIds = JSON.stringify([...advanced.keys()]);
  const places = await tx.$queryRaw<{ id: string; claimId: string }[]>`
    SELECT "id", "claimId" FROM "Appearance"
    WHERE "claimId" IN (SELECT value FROM json_each(${movedIds}))
      AND "captureId" = ${captureId} AND "first" = 1`;
  await updateMany(
    tx,
    'Appearance',
    places.flatMap(({ id, claimId }) => {
      const anchor = advanced.get(claimId);
      return anchor ? [{ id, ...anchor }] : [];
    }),
  );
  return reworded.map(({ stored, wording }) => {
    const { before, after } = changed(toRecord(stored), toRecord(wording));
    return event('claim.readAgain', stored.id, {
      before,
      after: {
        ...after,
        claimantId: toReadColumns(wording, parties).claimantId,
        engineVersion,
        ...(advanced.has(stored.id) && toPlace(anchorOf(text, wording))),
        ...next(stored),
      },
    });
  });
}

/** The wording of a claim in an event, as it is stored or as it is read. */
function toRecord(claim: StoredClaim | ReadClaim): ReadWording {
  const { text, kind, checkable, leansOn, checkWorthiness, reasons, start, end } = claim;
  const stored = 'steps' in claim;
  return {
    text,
    kind,
    checkable,
    claimant: stored ? claim.claimant : (claim.claimant?.name ?? null),
    saidOn: stored ? claim.saidOn : (claim.saidOn?.value ?? null),
    saidOnText: stored ? claim.saidOnText : (claim.saidOn?.surface ?? null),
    eventOn: stored ? claim.eventOn : (claim.eventOn?.value ?? null),
    eventOnText: stored ? claim.eventOnText : (claim.eventOn?.surface ?? null),
    leansOn,
    candidates: toStoredCandidates(claim),
    checkWorthiness,
    reasons: [...reasons],
    start,
    end,
  };
}

function changed(before: ReadWording, after: ReadWording) {
  const keys = fieldsOf(after).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  return { before: pick(before, keys), after: pick(after, keys) };
}

async function changeFigures(tx: Tx, changes: Changes): Promise<EventDraft[]> {
  const added = changes.flatMap(({ stored, figures }) =>
    figures.adds.map((figure) => ({ stored, figure, row: toFigureRow(figure, 0) })),
  );
  const updated = changes.flatMap(({ stored, figures }) =>
    figures.updates.map((update) => ({ stored, figure: update.stored, to: update.to })),
  );
  const removed = changes.flatMap(({ stored, figures }) =>
    figures.removals.map((figure) => ({ stored, figure })),
  );
  await insertMany(
    tx,
    'Quantity',
    added.map(({ stored, row }) => ({ ...row, claimId: stored.id })),
  );
  await updateMany(
    tx,
    'Quantity',
    updated.map(({ figure: { id }, to }) => ({
      id,
      ...toFigureColumns(to),
      start: to.start,
      end: to.end,
    })),
  );
  const gone = JSON.stringify(removed.map(({ figure }) => figure.id));
  await tx.$executeRaw`DELETE FROM "Quantity" WHERE "id" IN (SELECT value FROM json_each(${gone}))`;
  const refigured = changes.filter(
    ({ figures: { adds, updates, removals } }) =>
      adds.length + updates.length + removals.length > 0,
  );
  await putInOrder(tx, refigured);
  const order = await findOrder(tx, refigured);

  return [
    ...added.map(({ stored, row }) =>
      event('figure.found', row.id, {
        claimId: stored.id,
        after: { ...toFigureEntry(row), ...order.get(stored.id), ...next(stored) },
      }),
    ),
    ...updated.map(({ stored, figure, to }) =>
      event('figure.readAgain', figure.id, {
        claimId: stored.id,
        before: pickFigure(figure),
        after: {
          ...pickFigure(to),
          start: to.start,
          end: to.end,
          ...order.get(stored.id),
          ...next(stored),
        },
      }),
    ),
    ...removed.map(({ stored, figure }) =>
      event('figure.notFound', figure.id, {
        claimId: stored.id,
        before: pickFigure(figure),
        after: { ...order.get(stored.id), ...next(stored) },
      }),
    ),
  ];
}

/**
 * Numbers figures again in the order of the text; the first one leads if the leading one is gone.
 */
async function putInOrder(tx: Tx, changes: Changes): Promise<void> {
  const claims = JSON.stringify(changes.map(({ stored }) => stored.id));
  await tx.$executeRaw`UPDATE "Quantity" SET "n" = "ordered"."place"
    FROM (
      SELECT "id" AS "of", row_number() OVER (
        PARTITION BY "claimId" ORDER BY "start" IS NULL, "start", "n"
      ) AS "place"
      FROM "Quantity" WHERE "claimId" IN (SELECT value FROM json_each(${claims}))
    ) AS "ordered"
    WHERE "Quantity"."id" = "ordered"."of"`;
  await tx.$executeRaw`UPDATE "Quantity" SET "leading" = 1
    WHERE "n" = 1 AND "claimId" IN (SELECT value FROM json_each(${claims}))
      AND NOT EXISTS (
        SELECT 1 FROM "Quantity" AS "other"
        WHERE "other"."claimId" = "Quantity"."claimId" AND "other"."leading" = 1
      )`;
  await tx.$executeRaw`UPDATE "Claim"
    SET "figureCount" = (SELECT count(*) FROM "Quantity" WHERE "claimId" = "Claim"."id")
    WHERE "id" IN (SELECT value FROM json_each(${claims}))`;
}

/** The figures of each claim as they are numbered now, and which leads, for the record. */
async function findOrder(
  tx: Tx,
  changes: Changes,
): Promise<Map<string, { inOrder: string[]; leadingId: string | null }>> {
  const claims = JSON.stringify(changes.map(({ stored }) => stored.id));
  const rows = await tx.$queryRaw<{ id: string; claimId: string; leading: unknown }[]>`
    SELECT "id", "claimId", "leading" FROM "Quantity"
    WHERE "claimId" IN (SELECT value FROM json_each(${claims})) ORDER BY "claimId", "n"`;
  const order = new Map<string, { inOrder: string[]; leadingId: string | null }>();
  for (const { id, claimId, leading } of rows) {
    const sofar = order.get(claimId) ?? { inOrder: [], leadingId: null };
    sofar.inOrder.push(id);
    if (leading) sofar.leadingId = id;
    order.set(claimId, sofar);
  }
  return order;
}

/** Takes every claim that changes to its next revision, and those not found, or found again, on. */
async function changeStatus(
  tx: Tx,
  changes: Changes,
  dismissals: readonly StoredClaim[],
): Promise<EventDraft[]> {
  const updatedAt = new Date();
  const advanced = [
    ...changes.map(({ stored, isFoundAgain }) => ({
      stored,
      status: isFoundAgain ? ('suggested' as const) : stored.status,
    })),
    ...dismissals.map((stored) => ({ stored, status: 'dismissed' as const })),
  ];
  await updateMany(
    tx,
    'Claim',
    advanced.map(({ stored, status }) => ({ id: stored.id, status, ...next(stored), updatedAt })),
  );
  return advanced.flatMap(({ stored, status }) =>
    status === stored.status
      ? []
      : [
          event(status === 'dismissed' ? 'claim.notFound' : 'claim.foundAgain', stored.id, {
            before: { status: stored.status },
            after: { status, ...next(stored) },
          }),
        ],
  );
}

/** How the desk last read an article: when it was added, or again since. */
export type LastReading = {
  readonly engineVersion: string | null;
  /** What reading again did; null while it was only read when it was added. */
  readonly again: RereadCounts | null;
};

/** The last reading of an article, or null when there is no such article. */
export async function findLastReading(articleId: string): Promise<LastReading | null> {
  const found = await reader().event.findFirst({
    where: {
      documentId: articleId,
      action: { in: ['article.added', 'article.read', 'article.readAgain'] },
    },
    orderBy: { seq: 'desc' },
    select: { action: true, after: true },
  });
  if (!found) return null;
  // A takedown may have blanked it; only reading again is counted.
  const {
    engine = null,
    added = 0,
    changed: changedClaims = 0,
    dismissed = 0,
    kept = 0,
  } = toAfter('article.readAgain', found.after);
  return {
    engineVersion: engine,
    again:
      found.action === 'article.readAgain'
        ? { added, changed: changedClaims, dismissed, kept }
        : null,
  };
}
