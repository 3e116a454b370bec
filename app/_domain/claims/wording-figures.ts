import type { Figure } from '../figures/figure';
import type { ReadFigure } from './reading';

type Numbers = Pick<Figure, 'value' | 'low' | 'high'>;

/** Two figures of one statement with the same numbers are one, whatever unit somebody settled on. */
const isSameNumber = (a: Numbers, b: Numbers): boolean =>
  a.value === b.value && a.low === b.low && a.high === b.high;

const isAmong = (figure: Numbers, others: readonly Numbers[]) =>
  others.some((other) => isSameNumber(figure, other));

/**
 * How a new wording changes the figures of a claim: new figures are added, and figures that it no
 * longer has are removed. A figure that a reviewer corrected, added or removed stays so if the
 * words around it are the same.
 *
 * @param stored    the figures of the claim
 * @param before  what is read in the wording as it was
 * @param after   what is read in the wording as it is now
 */
export function followWording<Stored extends Numbers, Read extends Numbers>(
  stored: readonly Stored[],
  before: readonly Read[],
  after: readonly Read[],
): { readonly adds: readonly Read[]; readonly removals: readonly Stored[] } {
  return {
    adds: after.filter((figure) => !isAmong(figure, stored) && !isAmong(figure, before)),
    removals: stored.filter((figure) => isAmong(figure, before) && !isAmong(figure, after)),
  };
}

/** A figure of a claim's wording, with its place in the article where the article's words have it. */
export type PlacedFigure = Figure & { readonly start: number | null; readonly end: number | null };

/**
 * Finds the figures of a wording among those in the article's own words.
 *
 * @param inWording  as read in the wording
 * @param inArticle  as read in the article's words, with places in the article
 */
export const placeReadFigures = (
  inWording: readonly Figure[],
  inArticle: readonly ReadFigure[],
): PlacedFigure[] =>
  inWording.map(
    (figure) =>
      inArticle.find((other) => isSameNumber(figure, other)) ?? {
        ...figure,
        start: null,
        end: null,
      },
  );

/**
 * How figures that a reviewer lists by their words, one a line, change those of a claim: a figure
 * of which the words are still there stays, whatever the reviewer corrected in it.
 */
export function followLines<Stored extends Pick<Figure, 'surface'>>(
  stored: readonly Stored[],
  lines: readonly string[],
): { readonly added: readonly string[]; readonly removals: readonly Stored[] } {
  const left = [...lines];
  const removals = stored.filter(({ surface }) => {
    const at = left.indexOf(asLine(surface));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { added: left, removals };
}

/** The words of a figure on one line, as a form lists them. */
export const asLine = (words: string) => words.replace(/\s+/g, ' ').trim();
