import type { Governor } from '../phrases/governor';
import type { Passage } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import type { Amount } from './figured';

/** A figure in its sentence, with the verb that it depends on. */
type Asked = Passage & { readonly amount: Amount; readonly governor: Governor | null };

/** What the figure is of, by one way of saying it; null where it is not said so. */
export type Rule = (asked: Asked) => string | null;

/** The word at a place in lower case; '' beyond the ends. */
export const at = (tokens: readonly Token[], place: number): string => tokens[place]?.lower ?? '';

/** After a conversion in brackets: over '(50.8 millimetres)' of '2 inches (50.8 millimetres) of rain'. */
export function pastConversion(tokens: readonly Token[], to: number): number {
  if (at(tokens, to) !== '(') return to;
  for (let place = to + 2; place < to + LONGEST_CONVERSION; place++)
    if (at(tokens, place) === ')') return place + 1;
  return to;
}

const LONGEST_CONVERSION = 8;
