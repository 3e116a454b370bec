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
