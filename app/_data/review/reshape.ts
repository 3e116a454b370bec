import type { ClaimKind } from '#domain/claims/kind';
import type { PlacedFigure } from '#domain/claims/wording-figures';
import { accept, refuse } from '#domain/result';
import { decideStep } from '#domain/review/steps';
import type { Anchor } from '#domain/texts/anchor';
import { addNewClaim, type Claim, findClaim, type NewClaim } from '../claims/claims';
import { changeFigures, type RecordedFigure } from '../claims/figures';
import { advanceRevision, type Recorded, writeStep } from '../claims/revision';
import { toPlace } from '../claims/suggestions';
import { prepared, type Tx, write } from '../database/db';
import { type Actor, type EventDraft, event, recordEvents } from '../record/record-events';
import type { Reviewer } from './take-step';

/** The words that a claim has from now on. */
export type Reshape = { readonly anchor: Anchor; readonly text: string; readonly kind: ClaimKind };

/**
 * Splits a claim: it keeps the first words, and a new claim of the same status has the rest, with the
 * figures that stand there.
 *
 * @param second  with the claim's figures that are in its words
 */
export async function recordSplit(
  claim: Claim,
  first: Reshape,
  second: NewClaim,
  actor: Actor,
): Promise<Recorded> {
  return write(async (tx) => {
    const moved = claim.quantities.filter(({ start }) => (start ?? 0) >= second.anchor.start);
    const status = claim.status === 'suggested' ? 'suggested' : 'open';
    const events = await giveWords(tx, claim, first, { adds: [], removals: moved }, second.id);
    if (!events) return refuse({ kind: 'stale' });
    const [reshaped, ...figures] = events;
    await recordEvents(tx, actor, [
      event('claim.split', claim.id, reshaped),
      ...figures,
      ...(await addNewClaim(tx, second, { ...claim, status })),
    ]);
    return accept(undefined);
  });
}

/**
 * Merges a claim with another: it has the words of both and all figures, and the other one is
 * dismissed as its duplicate.
 */
export async function recordJoin(
  claim: Claim,
  other: Claim,
  whole: Reshape,
  by: Reviewer,
): Promise<Recorded> {
  return write(async (tx) => {
    const has = (figure: RecordedFigure) =>
      claim.quantities.some(
        ({ surface, start }) => surface === figure.surface && start === figure.start,
      );
    const adds = other.quantities.filter((figure) => !has(figure));
    const events = await giveWords(tx, claim, whole, { adds, removals: [] }, other.id);
    const dismissal = decideStep(
      other,
      { step: 'dismiss', dismissReason: 'duplicate', duplicateOfId: claim.id },
      { id: by.userId, role: by.role },
    );
    if (!events || !dismissal.ok) return refuse({ kind: 'stale' });
    const [reshaped, ...figures] = events;
    await recordEvents(tx, by, [event('claim.joined', claim.id, reshaped), ...figures]);
    if (!writeStep(tx, dismissal.value, by)) throw new Error('The other claim has changed.');
    return accept(undefined);
  });
}

type Figures = {
  readonly adds: readonly PlacedFigure[];
  readonly removals: readonly RecordedFigure[];
};

/** Gives a claim other words of the article; null when it has changed since it was shown. */
async function giveWords(
  tx: Tx,
  claim: Claim,
  { anchor, text, kind }: Reshape,
  figures: Figures,
  otherId: string,
) {
  const figureCount = claim.quantities.length + figures.adds.length - figures.removals.length;
  const columns = { text, kind, leansOn: null, candidates: null } as const;
  const of = { claimId: claim.id, revision: claim.revision };
  if (!advanceRevision(tx, of, { ...columns, figureCount })) return null;
  await tx.claim.update({ where: { id: claim.id }, data: { position: anchor.start } });
  await tx.appearance.updateMany({ where: { claimId: claim.id, first: true }, data: anchor });
  const change = {
    before: { text: claim.text, ...toPlace(claim.appearance) },
    after: { ...columns, ...toPlace(anchor), otherId, revision: claim.revision + 1 },
  };
  const events: EventDraft[] = await changeFigures(tx, claim, figures);
  return [change, ...events] as const;
}

/** The claim whose words follow those of a claim in the article; null for the last one. */
export async function findNextClaim(claim: Claim): Promise<Claim | null> {
  const next = prepared<[string, number, number], string>(
    `SELECT c."id" FROM "Claim" c
     WHERE c."articleId" = ? AND (c."position", c."number") > (?, ?)
       AND c."status" IN ('suggested', 'open')
     ORDER BY c."position", c."number" LIMIT 1`,
  )
    .pluck()
    .get(claim.article.id, claim.appearance.start, claim.number);
  return next ? findClaim(next) : null;
}
