import type { ReadFigure } from '#domain/claims/reading';
import { add, compare, parseDecimal, type Rational } from '#domain/numbers/decimal';
import { isPartOfEarlier } from '../measures/context';
import type { Token } from '../tokens/tokens';
import type { Draft } from './draft';

/** As many parts of one total are looked for. */
const MOST_PARTS = 5;

/**
 * For each figure of a sentence the figure that it is a part of, as an index: 'including 1,200
 * children', 'of whom 12 are in hospital', and parts that add up to a total beside them.
 */
export function wholesOf(
  tokens: readonly Token[],
  drafts: readonly Draft[],
  figures: readonly ReadFigure[],
): (number | null)[] {
  const wholes = new Array<number | null>(figures.length).fill(null);
  for (let at = 1; at < figures.length; at++) {
    const [draft, before] = [drafts[at], drafts[at - 1]];
    if (!draft || !before) continue;
    if (!isOneKind(figures[at], figures[at - 1])) continue;
    if (isPartOfEarlier(tokens, draft.from, before.to)) wholes[at] = wholes[at - 1] ?? at - 1;
    else if (
      wholes[at - 1] !== null &&
      isListed(tokens, before.counted?.to ?? before.to, draft.from)
    )
      wholes[at] = wholes[at - 1] ?? null;
  }
  for (let at = 0; at < figures.length; at++) {
    const parts = partsBeside(figures, at);
    for (const part of parts) wholes[part] ??= at;
  }
  return wholes;
}

/** 'including 12 women and 4 men': a list of parts. */
const isListed = (tokens: readonly Token[], from: number, to: number): boolean =>
  to - from <= 3 && tokens.slice(from, to).some(({ lower }) => lower === 'and' || lower === ',');

/** Figures after or before one that are of its kind and add up to it. */
function partsBeside(figures: readonly ReadFigure[], whole: number): number[] {
  for (const step of [1, -1]) {
    const parts: number[] = [];
    let sum: Rational | null = null;
    const total = exactOf(figures[whole]);
    if (!total) return [];
    for (
      let at = whole + step;
      parts.length < MOST_PARTS && isOneKind(figures[at], figures[whole]);
      at += step
    ) {
      const value = exactOf(figures[at]);
      if (!value || value.numerator <= 0n) break;
      sum = sum ? add(sum, value) : value;
      parts.push(at);
      if (parts.length > 1 && compare(sum, total) === 0) return parts;
      if (compare(sum, total) >= 0) break;
    }
  }
  return [];
}

const exactOf = (figure: ReadFigure | undefined): Rational | null =>
  figure?.value ? parseDecimal(figure.value) : null;

/** Counts with counts, money with money of one currency: a share is no part of a count. */
const isOneKind = (one: ReadFigure | undefined, other: ReadFigure | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  movementOf(one) === movementOf(other) &&
  (one.unit === other.unit || (one.dimension === 'count' && other.dimension === 'count')) &&
  one.unit !== '%' &&
  one.dimension !== 'time';

const movementOf = ({ change }: ReadFigure): string | null =>
  change === 'up' || change === 'down' ? change : null;
