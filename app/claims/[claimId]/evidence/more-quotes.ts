import { optionalPassage } from '#forms/fields';
import { MAX_QUOTE_LENGTH } from './statement-schema';

/** The fields for more quotes from one copy, in their order. */
export const MORE_QUOTES = ['quote2', 'quote3', 'quote4', 'quote5', 'quote6'] as const;
export type MoreQuotesField = (typeof MORE_QUOTES)[number];

const another = () => optionalPassage('the words of the source', MAX_QUOTE_LENGTH);

export const moreQuoteFields = {
  quote2: another(),
  quote3: another(),
  quote4: another(),
  quote5: another(),
  quote6: another(),
};

/** All quotes of a form that are filled in, each once. */
export const quotesOf = (
  form: { readonly quote: string } & { readonly [Name in MoreQuotesField]?: string | null },
): string[] => [
  ...new Set([form.quote, ...MORE_QUOTES.flatMap((name) => form[name] ?? [])].filter(Boolean)),
];

/**
 * The id of the nth of several pieces of evidence that one form sends, so that a form sent twice attaches
 * each of them once.
 */
export function nthId(id: string, n: number): string {
  const end = (BigInt(`0x${id.slice(-12)}`) + BigInt(n)) & 0xff_ff_ff_ff_ff_ffn;
  return `${id.slice(0, -12)}${end.toString(16).padStart(12, '0')}`;
}
