import { FIGURE_FIELDS, type Figure } from '../figures/figure';
import type { Span } from '../texts/annotation';
import type { ReadQuantity } from './reading';

/** A figure of a claim as the desk holds it. */
export type HeldFigure = Figure & {
  readonly id: string;
  /** In the capture's text; null when a reviewer typed the figure. */
  readonly start: number | null;
  readonly end: number | null;
  /** A reviewer typed or corrected it. */
  readonly corrected: boolean;
};

/** A figure that a reviewer took off a claim: its words, and its place where the record has it. */
export type RemovedFigure = Pick<HeldFigure, 'surface' | 'start' | 'end'>;

/** What a new reading does to the figures of a claim. */
export type FigureChanges = {
  readonly adds: readonly ReadQuantity[];
  readonly updates: readonly { readonly held: HeldFigure; readonly to: ReadQuantity }[];
  readonly removals: readonly HeldFigure[];
  /** Whether a correction or a removal by a reviewer stood against what was read. */
  readonly isCorrectionKept: boolean;
};

/**
 * Lays the figures that a reading found in a claim beside those the desk holds.
 *
 * What a reviewer corrected or typed is never touched, and what a reviewer removed is not added
 * again. The others follow the reading: the one at the same place, or else one that it overlaps.
 */
export function decideFigureChanges(
  held: readonly HeldFigure[],
  removed: readonly RemovedFigure[],
  read: readonly ReadQuantity[],
): FigureChanges {
  const corrected = held.filter((figure) => figure.corrected);
  const own = held.filter((figure) => !figure.corrected);
  const correctionOf = (figure: ReadQuantity) => corrected.find((each) => isSame(each, figure));
  const open = read.filter((figure) => !correctionOf(figure));

  const pairs = new Map<ReadQuantity, HeldFigure>();
  const taken = new Set<HeldFigure>();
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
      isReadAlike(each, to) ? [] : [{ held: each, to }],
    ),
    removals: own.filter((figure) => !taken.has(figure)),
    isCorrectionKept:
      adds.length < unpaired.length ||
      read.some((figure) => {
        const correction = correctionOf(figure);
        return correction !== undefined && !isReadAlike(correction, figure);
      }),
  };
}

type Placed = Pick<HeldFigure, 'start' | 'end'>;

const isAtSamePlace = (held: Placed, { start, end }: Span) =>
  held.start === start && held.end === end;

const isOverlapping = (held: Placed, { start, end }: Span) =>
  held.start !== null && held.end !== null && held.start < end && held.end > start;

/** A figure that a reviewer typed has no place; its words tell which it is. */
const isSame = (held: RemovedFigure, read: ReadQuantity) =>
  held.start === null
    ? held.surface.includes(read.surface) || read.surface.includes(held.surface)
    : isOverlapping(held, read);

const isReadAlike = (held: HeldFigure, read: ReadQuantity) =>
  isAtSamePlace(held, read) && FIGURE_FIELDS.every((field) => held[field] === read[field]);
