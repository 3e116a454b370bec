import { v7 as uuidv7 } from 'uuid';
import type { PlacedFigure } from '#domain/claims/wording-figures';
import { type Figure, pickFigure } from '#domain/figures/figure';
import { accept, refuse } from '#domain/result';
import type { QuantityModel } from '#prisma/models';
import { reader, type Tx, write } from '../database/db';
import { type Actor, type EventDraft, event, recordEvents } from '../record/record-events';
import { toWholeBefore } from '../record/stored-event';
import { toFlags } from './reviewed-rows';
import { advanceRevision, type Recorded } from './revision';

/** A figure of a claim or of a piece of evidence, as the desk keeps it. */
export type RecordedFigure = Figure & {
  readonly id: string;
  readonly n: number;
  readonly start: number | null;
  readonly end: number | null;
  readonly asOf: string | null;
  /** Whether it grows as more becomes known; null if its measure decides. */
  readonly cumulative: boolean | null;
  readonly leading: boolean;
  readonly corrected: boolean;
};

/** The row of a figure, with the two floats by which it can be found. */
export function toFigureRow(
  figure: Figure & { readonly start?: number | null; readonly end?: number | null },
  n: number,
) {
  return {
    id: uuidv7(),
    n,
    ...toFigureColumns(figure),
    start: figure.start ?? null,
    end: figure.end ?? null,
  };
}

/** The columns of the figure itself. */
export const toFigureColumns = (figure: Figure) => ({
  ...pickFigure(figure),
  baseLowNumber: toFinite(figure.baseLow),
  baseHighNumber: toFinite(figure.baseHigh),
});

function toFinite(decimal: string | null): number | null {
  const number = decimal === null ? Number.NaN : Number(decimal);
  return Number.isFinite(number) ? number : null;
}

/** A figure from its row, as Prisma or as SQLite has it. */
export const toRecordedFigure = (row: QuantityModel): RecordedFigure => ({
  id: row.id,
  n: row.n,
  start: row.start,
  end: row.end,
  ...pickFigure(row),
  asOf: row.asOf,
  ...toFlags(row),
});

/** What an event of a claim or of evidence keeps of each figure that came with it. */
export const toFigureEntry = (
  row: Figure & {
    readonly id: string;
    readonly n: number;
    readonly start: number | null;
    readonly end: number | null;
    readonly leading?: boolean;
  },
) => ({
  id: row.id,
  n: row.n,
  start: row.start,
  end: row.end,
  leading: row.leading ?? false,
  ...pickFigure(row),
});

/** A figure as the engine read it, before the first correction; null when nobody corrected one. */
export async function findEngineReading(id: string): Promise<Figure | null> {
  const corrected = await reader().event.findFirst({
    where: {
      entity: 'quantity',
      entityId: id,
      action: { in: ['figure.corrected', 'figure.correctedInEvidence'] },
    },
    orderBy: { seq: 'asc' },
    select: { before: true },
  });
  return corrected && toWholeBefore('figure.corrected', corrected.before);
}

/** What a reviewer says of a figure. `leading` makes it the one that reports show first. */
export type FigureEdit = {
  readonly figure: Figure;
  /** In the capture's text; null where its words do not stand there. */
  readonly place: { readonly start: number; readonly end: number } | null;
  readonly asOf: string | null;
  /** Whether it grows as more is found out; null leaves that to its measure. */
  readonly cumulative: boolean | null;
  readonly leading: boolean;
};

/**
 * Adds a figure to a claim, or corrects one. From then on it is the reviewer's: reading the
 * article again leaves it as it is.
 *
 * @param id  of the figure; a new one is made when the form was shown, so that a form sent twice
 *   adds one figure
 */
export async function recordFigure(
  claim: { id: string; revision: number; quantities: readonly RecordedFigure[] },
  id: string,
  edit: FigureEdit,
  actor: Actor,
): Promise<Recorded> {
  return write(async (tx) => {
    const known = claim.quantities.find((each) => each.id === id);
    if (!known && (await isFigure(tx, id))) return refuse({ kind: 'stale' });
    const moved = await advanceRevision(
      tx,
      { claimId: claim.id, revision: claim.revision },
      { figureCount: claim.quantities.length + (known ? 0 : 1) },
    );
    if (!moved) return refuse({ kind: 'stale' });
    const leading = edit.leading || claim.quantities.length === 0;
    if (leading) {
      await tx.quantity.updateMany({ where: { claimId: claim.id }, data: { leading: false } });
    }
    const columns = {
      ...toFigureColumns(edit.figure),
      start: edit.place?.start ?? null,
      end: edit.place?.end ?? null,
      asOf: edit.asOf,
      cumulative: edit.cumulative,
      leading: leading || (known?.leading ?? false),
      corrected: true,
    };
    const n = 1 + Math.max(0, ...claim.quantities.map((each) => each.n));
    if (known) await tx.quantity.update({ where: { id }, data: columns });
    else await tx.quantity.create({ data: { id, claimId: claim.id, n, ...columns } });
    const after = {
      ...pickFigure(edit.figure),
      start: columns.start,
      end: columns.end,
      asOf: edit.asOf,
      cumulative: edit.cumulative,
      leading: columns.leading,
      revision: claim.revision + 1,
    };
    const claimId = claim.id;
    await recordEvents(tx, actor, [
      known
        ? event('figure.corrected', id, { claimId, before: toStoredRecord(known), after })
        : event('figure.added', id, { claimId, after: { ...after, n } }),
    ]);
    return accept(undefined);
  });
}

const toStoredRecord = (figure: RecordedFigure) => ({
  ...pickFigure(figure),
  start: figure.start,
  end: figure.end,
  asOf: figure.asOf,
  cumulative: figure.cumulative,
  leading: figure.leading,
});

/** Whether there is a figure with this id, whatever it is a figure of. */
export const isFigure = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.quantity.findUnique({ where: { id }, select: { id: true } })) !== null;

/** Takes a figure off a claim; its last state stays in the history. */
export async function recordFigureRemoval(
  claim: { id: string; revision: number; quantities: readonly RecordedFigure[] },
  removed: RecordedFigure,
  actor: Actor,
): Promise<Recorded> {
  return write(async (tx) => {
    const left = claim.quantities.filter(({ id }) => id !== removed.id);
    const moved = await advanceRevision(
      tx,
      { claimId: claim.id, revision: claim.revision },
      { figureCount: left.length },
    );
    if (!moved) return refuse({ kind: 'stale' });
    await tx.quantity.delete({ where: { id: removed.id } });
    const heir = removed.leading ? left[0] : undefined;
    if (heir) await tx.quantity.update({ where: { id: heir.id }, data: { leading: true } });
    await recordEvents(tx, actor, [
      event('figure.removed', removed.id, {
        claimId: claim.id,
        // With its place, so that reading the article again does not bring it back.
        before: { ...pickFigure(removed), start: removed.start, end: removed.end },
        after: { ...(heir && { leadingId: heir.id }), revision: claim.revision + 1 },
      }),
    ]);
    return accept(undefined);
  });
}

/**
 * Adds figures to a claim and removes others, inside a write that advances its revision. The added
 * ones are the reviewer's, since they stand in the reviewer's words.
 *
 * @returns the events of it
 */
export async function changeFigures(
  tx: Tx,
  claim: { id: string; revision: number; quantities: readonly RecordedFigure[] },
  { adds, removals }: { adds: readonly PlacedFigure[]; removals: readonly RecordedFigure[] },
): Promise<EventDraft[]> {
  const last = Math.max(0, ...claim.quantities.map((each) => each.n));
  const added = adds.map((figure, index) => toFigureRow(figure, last + 1 + index));
  const left = claim.quantities.filter((each) => !removals.some(({ id }) => id === each.id));
  const leads = left.some((each) => each.leading);
  const heir = leads ? null : ([...left, ...added][0]?.id ?? null);
  await tx.quantity.createMany({
    data: added.map((row) => ({ ...row, claimId: claim.id, corrected: true })),
  });
  await tx.quantity.deleteMany({ where: { id: { in: removals.map(({ id }) => id) } } });
  if (heir) await tx.quantity.update({ where: { id: heir }, data: { leading: true } });
  const revision = claim.revision + 1;
  return [
    ...added.map((row) =>
      event('figure.added', row.id, {
        claimId: claim.id,
        after: {
          ...pickFigure(row),
          n: row.n,
          start: row.start,
          end: row.end,
          asOf: null,
          cumulative: null,
          leading: row.id === heir,
          revision,
        },
      }),
    ),
    ...removals.map((figure) =>
      event('figure.removed', figure.id, {
        claimId: claim.id,
        before: { ...pickFigure(figure), start: figure.start, end: figure.end },
        after: { ...(heir && { leadingId: heir }), revision },
      }),
    ),
  ];
}
