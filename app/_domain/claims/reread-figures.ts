import { FIGURE_FIELDS, type Figure } from '../figures/figure';
import type { Span } from '../texts/annotation';
import type { ReadFigure } from './reading';

/** A figure of a claim as it is stored. */
export type StoredFigure = Figure & {
  readonly id: string;
  /** In the capture's text; null when a reviewer typed the figure. */
  readonly start: number | null;
  readonly end: number | null;
  /** A reviewer typed or corrected it. */
  readonly corrected: boolean;
};

/** A figure that a reviewer took off a claim: its words, and its place where the record has it. */
export type RemovedFigure = Pick<StoredFigure, 'surface' | 'start' | 'end'>;

/** What a new reading does to the figures of a claim. */
export type FigureChanges = {
  readonly adds: readonly ReadFigure[];
  readonly updates: readonly { readonly stored: StoredFigure; readonly to: ReadFigure }[];
  readonly removals: readonly StoredFigure[];
  /** Whether a correction or a removal by a reviewer stood against what was read. */
  readonly isCorrectionUnchanged: boolean;
};

/**
 * Matches the figures that a reading found in a claim with the stored ones.
 *
 * A figure that a reviewer corrected or typed is never changed, and one that a reviewer removed is
 * not added again. The others follow the reading: the one at the same place, or else one that it
 * overlaps.
 */
export function decideFigureChanges(
  stored: readonly StoredFigure[],
  removed: readonly RemovedFigure[],
  read: readonly ReadFigure[],
): FigureChanges {
  const corrected = stored.filter((figure) => figure.corrected);
  const own = stored.filter((figure) => !figure.corrected);
  const correctionOf = (figure: ReadFigure) => corrected.find((each) => isSame(each, figure));
  const open = read.filter((figure) => !correctionOf(figure));

  const pairs = new Map<ReadFigure, StoredFigure>();
  const taken = new Set<StoredFigure>();
  for (const fits of [isAtSamePlace, isOverlapping]) {
    for (const figure of open) {
      if (pairs.has(figure)) continue;
      const match = own.find((each) => !taken.has(each) && fits(each, figure));
      if (!match) continue;
      pairs.set(figure, match);
      taken.add(match);
    }
  }
  const unpaired = open.filter((figure) => !pairs.has(figure));
  const adds = unpaired.filter((figure) => !removed.some((each) => isSame(each, figure)));
  return {
    adds,
    updates: [...pairs].flatMap(([to, each]) =>
      isReadAlike(each, to) ? [] : [{ stored: each, to }],
    ),
    removals: own.filter((figure) => !taken.has(figure)),
    isCorrectionUnchanged:
      adds.length < unpaired.length ||
      read.some((figure) => {
        const correction = correctionOf(figure);
        return correction !== undefined && !isReadAlike(correction, figure);
      }),
  };
}

type Placed = Pick<StoredFigure, 'start' | 'end'>;

const isAtSamePlace = (stored: Placed, { start, end }: Span) =>
  stored.start === start && stored.end === end;

const isOverlapping = (stored: Placed, { start, end }: Span) =>
  stored.start !== null && stored.end !== null && stored.start < end && stored.end > start;

/** A figure that a reviewer typed has no place: it is recognised by its words. */
const isSame = (stored: RemovedFigure, read: ReadFigure) =>
  stored.start === null
    ? stored.surface.includes(read.surface) || read.surface.includes(stored.surface)
    : isOverlapping(stored, read);

const isReadAlike = (stored: StoredFigure, read: ReadFigure) =>
  isAtSamePlace(stored, read) && FIGURE_FIELDS.every((field) => stored[field] === read[field]);
