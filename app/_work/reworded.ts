import type { WordingFigures } from '#data/claims/claims';
import type { RecordedFigure } from '#data/claims/figures';
import { followWording, type PlacedFigure } from '#domain/claims/wording-figures';
import { placeFigure } from '#domain/figures/edit';
import type { Figure } from '#domain/figures/figure';
import { extract } from '#engine/extract';

/** The part of a claim on which a change of its wording rests. */
type Reworded = {
  readonly text: string;
  readonly quantities: readonly RecordedFigure[];
  readonly appearance: { readonly start: number; readonly exact: string };
};

/** The figures that come and go with a new wording of a claim, as the engine reads both. */
export function figuresOfWording(claim: Reworded, text: string): WordingFigures {
  const { adds, removals } = followWording(claim.quantities, readIn(claim.text), readIn(text));
  return { adds: adds.map((figure) => withPlace(figure, claim)), removals };
}

/** A figure of a claim with its place in the article, where the claim's words there have it. */
export function withPlace(
  figure: Figure,
  { appearance }: Pick<Reworded, 'appearance'>,
): PlacedFigure {
  const place = placeFigure(figure.surface, appearance, null);
  return { ...figure, start: place?.start ?? null, end: place?.end ?? null };
}

const readIn = (text: string) => extract(text, { publishedOn: null, language: null }).quantities;
