import type { ReadDate, ReadFigure } from '#domain/claims/reading';
import type { Span } from '#domain/texts/annotation';
import type { Edit } from './edits';
import { type Range, type Token, tokenize } from './tokens';
import type { Trace } from './trace';

/** A sentence as the readers take it. */
export type Passage = {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Words of the text before it that show the country, in lower case. */
  readonly setting: ReadonlySet<string>;
  /** Where the rules tell what they made of it; none for most readings. */
  readonly trace?: Trace | undefined;
};

const NOWHERE: ReadonlySet<string> = new Set();

/** A stretch of a text with its tokens; their offsets are UTF-16 offsets into the whole text. */
export const toPassage = (
  text: string,
  span: Span,
  setting: ReadonlySet<string> = NOWHERE,
): Passage => ({ text, tokens: tokenize(text, span), setting });

const known = new WeakMap<readonly Token[], ReadonlySet<string>>();

/** Words of a sentence in lower case: they settle what a pound or a degree is. Few sentences ask. */
export function wordsOf({ tokens }: Passage): ReadonlySet<string> {
  const words = known.get(tokens) ?? new Set(tokens.map((token) => token.lower));
  known.set(tokens, words);
  return words;
}

/** A sentence with what has been read in it. */
export type ReadPassage = Passage & {
  readonly span: Span;
  readonly quantities: readonly ReadFigure[];
  readonly dates: readonly ReadDate[];
  readonly checkWorthiness: number;
  /** No full stop at its end: a headline, a caption or a button. */
  readonly isHeading: boolean;
  /** Words that are not among the tokens, and what stands for them: ', officials said,'. */
  readonly cuts?: readonly Edit[] | undefined;
};

/** The place of these tokens, in UTF-16 offsets of the text. */
export const spanOf = (tokens: readonly Token[], { from, to }: Range): Span => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
});
