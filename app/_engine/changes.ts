import type { Change, Statistic } from '#domain/quantity';
import type { Draft } from './drafts';
import { type Passage, wordsOf } from './passage';
import { readDirection } from './qualifiers';
import type { ReadQuantity } from './reading';

export type Direction = 'up' | 'down';

const POINTS = new Set(['{point}', '[pp]', '[bp]']);

/** A rise or a fall can be told in these; an army that lost 600 soldiers did not fall by 600. */
function tellsOfChange(code: string | null, dimension: string | null): boolean {
  return (
    code === null ||
    code === '%' ||
    POINTS.has(code) ||
    (dimension?.startsWith('money') ?? false) ||
    dimension === 'temperature' ||
    code === '{degree}'
  );
}

/**
 * Whether the words before a figure tell of a rise or a fall ('shares rose 3 %, or 40 points'), or
 * its own sign does ('FTSE -0.6 %').
 *
 * @param from     first token of the figure, its qualifier included
 * @param earlier  the figure before it in the sentence
 */
export function directionOf(
  { tokens }: Passage,
  draft: Draft,
  from: number,
  code: string | null,
  dimension: string | null,
  earlier: { readonly to: number; readonly change: Change } | null,
): Direction | null {
  if (draft.number.form === 'fold' || !tellsOfChange(code, dimension)) return null;
  const isRange = draft.second !== null && tokens[from - 1]?.lower === 'from';
  const told = readDirection(tokens, isRange ? from - 1 : from);
  if (told) return told;
  if (code === '%' && draft.isSigned) return draft.isNegative ? 'down' : 'up';
  if (draft.isNegative && dimension?.startsWith('money')) return readDirection(tokens, from - 1);
  const isToldAgain =
    tokens[from - 1]?.lower === 'or' && earlier !== null && from - earlier.to <= 3;
  if (isToldAgain && (earlier.change === 'up' || earlier.change === 'down')) return earlier.change;
  return null;
}

/** What sort of number it is, as far as the words near it say. */
export function statisticOf(
  passage: Passage,
  draft: Draft,
  direction: Direction | null,
  code: string | null,
): Statistic | null {
  const before = passage.tokens
    .slice(Math.max(0, draft.from - 3), draft.from)
    .map((token) => token.lower);
  if (code !== null && POINTS.has(code)) return 'points';
  if (direction) return 'change';
  if (before.some((word) => word.startsWith('averag') || word === 'mean')) return 'mean';
  if (before.includes('median') || wordsOf(passage).has('median')) return 'median';
  if (code === '%') return 'percent';
  if (code?.includes('/') && !code.startsWith('{rev}')) return 'rate';
  const isCount = code?.startsWith('{') ?? false;
  if (draft.number.form === 'fraction' && (code === null || isCount)) return 'ratio';
  if (before.includes('total') || (isCount && wordsOf(passage).has('total'))) return 'total';
  return isCount ? 'count' : null;
}

/** Two tellings of one figure, '296 hp (224 kW)': the second is hedged as the first is. */
export const isConversion = (
  { tokens }: Passage,
  draft: Draft,
  dimension: string | null,
  earlier: ReadQuantity | null,
  earlierTo: number,
): boolean =>
  earlier !== null &&
  dimension !== null &&
  dimension === earlier.dimension &&
  dimension !== 'count' &&
  dimension !== 'number' &&
  ['(', '/'].includes(tokens[draft.from - 1]?.text ?? '') &&
  draft.from - earlierTo <= 2;
