import { pickFigure } from '#domain/figures/figure';
import { accept, refuse } from '#domain/result';
import {
  type FigureEdit,
  isFigure,
  type RecordedFigure,
  toFigureColumns,
  toRecordedFigure,
} from '../claims/figures';
import { advanceRevision, type Recorded } from '../claims/revision';
import { reader, write } from '../database/db';
import { type Actor, event, recordEvents } from '../record/record-events';

/** A stored figure in the quote of a piece of evidence; null when there is none. */
export async function findEvidenceFigure(
  claimId: string,
  id: string,
): Promise<{ readonly evidenceId: string; readonly figure: RecordedFigure } | null> {
  const row = await reader().quantity.findFirst({
    where: { id, evidence: { claimId, removedAt: null } },
  });
  return row?.evidenceId ? { evidenceId: row.evidenceId, figure: toRecordedFigure(row) } : null;
}

type Claim = { readonly id: string; readonly revision: number };

/**
 * Adds a figure to a piece of evidence, or corrects one that was read in its quote. From then on it
 * is the reviewer's.
 *
 * @param known  the figure as it is stored; null for a new one. The id of a new one was made when
 *   the form was shown, so that a form sent twice adds one figure
 */
export async function recordEvidenceFigure(
  claim: Claim,
  evidenceId: string,
  id: string,
  known: RecordedFigure | null,
  edit: Omit<FigureEdit, 'leading'>,
  actor: Actor,
): Promise<Recorded> {
  return write(async (tx) => {
    const at = { claimId: claim.id, revision: claim.revision };
    const evidence = await tx.evidence.findFirst({
      where: { id: evidenceId, claimId: claim.id, removedAt: null },
      select: { quantities: { select: { id: true, n: true } } },
    });
    const isThere = known
      ? evidence?.quantities.some((each) => each.id === id)
      : !(await isFigure(tx, id));
    if (!evidence || !isThere || !(await advanceRevision(tx, at, {})))
      return refuse({ kind: 'stale' });
    const stored = {
      start: edit.place?.start ?? null,
      end: edit.place?.end ?? null,
      asOf: edit.asOf,
      cumulative: edit.cumulative,
    };
    const columns = { ...toFigureColumns(edit.figure), ...stored, corrected: true };
    const n = 1 + Math.max(0, ...evidence.quantities.map((each) => each.n));
    if (known) await tx.quantity.update({ where: { id }, data: columns });
    else await tx.quantity.create({ data: { id, evidenceId, n, ...columns } });
    const after = {
      ...pickFigure(edit.figure),
      ...stored,
      evidenceId,
      revision: claim.revision + 1,
    };
    await recordEvents(tx, actor, [
      known
        ? event('figure.correctedInEvidence', id, {
            claimId: claim.id,
            before: {
              ...pickFigure(known),
              start: known.start,
              end: known.end,
              asOf: known.asOf,
              cumulative: known.cumulative,
            },
            after,
          })
        : event('figure.addedToEvidence', id, { claimId: claim.id, after: { ...after, n } }),
    ]);
    return accept(undefined);
  });
}

/** Takes a figure off a piece of evidence; its last state stays in the history. */
export async function recordEvidenceFigureRemoval(
  claim: Claim,
  figure: RecordedFigure,
  actor: Actor,
): Promise<Recorded> {
  return write(async (tx) => {
    const at = { claimId: claim.id, revision: claim.revision };
    if (!(await advanceRevision(tx, at, {}))) return refuse({ kind: 'stale' });
    const { evidenceId } = await tx.quantity.delete({
      where: { id: figure.id },
      select: { evidenceId: true },
    });
    await recordEvents(tx, actor, [
      event('figure.removedFromEvidence', figure.id, {
        claimId: claim.id,
        // The evidence of the figure decides who may read this.
        before: {
          ...pickFigure(figure),
          start: figure.start,
          end: figure.end,
          evidenceId,
        },
        after: { revision: claim.revision + 1 },
      }),
    ]);
    return accept(undefined);
  });
}
