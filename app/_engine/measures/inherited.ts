import type { Range, Token } from '../tokens/tokens';
import { hedgedFrom } from './governor';
import { hasVerb } from './phrases';

/** The figure before another one in a sentence, as far as the other may take its measure from it. */
export type Earlier = {
  /** The token after it. */
  readonly to: number;
  readonly measure: string | null;
  readonly unit: string | null;
  readonly dimension: string | null;
};

/** As many tokens may stand between two figures of one thing. */
const REACH = 9;

/**
 * The measure that a figure takes from the one before it: 'fell 3 % to $5m', '2,900 N (656 lbf)',
 * '365 s at sea level and 410 s in a vacuum', 'down 4 % on last year'. Null where it has its own.
 */
export function inheritedMeasure(
  tokens: readonly Token[],
  figure: Range,
  dimension: string | null,
  earlier: Earlier | null,
): string | null {
  if (!earlier?.measure || dimension === null) return null;
  const start = hedgedFrom(tokens, figure.from);
  if (start - earlier.to > REACH || hasVerb(tokens, earlier.to, start)) return null;
  const link = tokens[start - 1]?.lower ?? '';
  const next = tokens[figure.to];
  if (link === '(' && start - earlier.to <= 2) return earlier.measure;
  // 'a change of 4 %, or $3m': what rose is what the change is of.
  const isChange = /^(?:to|from|against|or)$/.test(link) || isComparison(tokens, earlier.to, start);
  const isDone = next === undefined || next.kind === 'mark' || !/^of$/.test(next.lower);
  if (isChange && isDone && mayShare(earlier.dimension, dimension)) return earlier.measure;
  if (
    /^(?:and|but|,)$/.test(link) &&
    isDone &&
    dimension === earlier.dimension &&
    isListed(tokens, figure.to)
  )
    return earlier.measure;
  return null;
}

/** 'down 4 %', 'up by 10 % on', 'a fall of 3 % on': a change told after the level. */
function isComparison(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to + 3 && at < tokens.length; at++)
    if (/^(?:down|up|compared|versus|vs)$/.test(tokens[at]?.lower ?? '')) return at < to;
  return false;
}

const isListed = (tokens: readonly Token[], to: number): boolean =>
  tokens[to] === undefined ||
  tokens[to]?.kind === 'mark' ||
  /^(?:in|at|on|for|by|from|respectively)$/.test(tokens[to]?.lower ?? '');

/** A share and a level may be of one thing, a length and a time are not. */
const mayShare = (one: string | null, other: string): boolean =>
  one === other ||
  [one, other].some(
    (each) => each === null || /^(?:number|ratio|percent|count|fraction)/.test(each),
  );
