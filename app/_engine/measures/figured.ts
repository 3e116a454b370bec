import type { ReadNumber } from '../numbers/number';
import type { Range } from '../tokens/tokens';
import type { Counted } from './counted-noun';

type NumberForm = ReadNumber['form'];

/** A figure of which the measure is asked; indexes are into the tokens of its sentence. */
export type Figured = Range & {
  /** The number alone, without currency sign and unit. */
  readonly number: Range & { readonly form: NumberForm };
  readonly unit: { readonly code: string; readonly name: string } | null;
  readonly counted: Counted | null;
};

/** A figure with a unit, or a bare number. */
export type Amount = Range & {
  /** The token after its number: a hyphen there joins it to a noun ('31-acre site'). */
  readonly numberTo: number;
  /** 'money', 'percent', 'number', or the dimension of its unit. */
  readonly kind: string;
};
