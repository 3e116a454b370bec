import type { ReadDate, ReadQuantity, Span } from './reading';
import { type Token, tokenize } from './tokens';

/** A sentence as the readers take it: its tokens, and its words for what the context settles. */
export type Passage = {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Words of the sentence in lower case: they settle what a pound or a degree is. */
  readonly words: ReadonlySet<string>;
  /** Words of the text before it that tell where it plays, in lower case. */
  readonly setting: ReadonlySet<string>;
};

const NOWHERE: ReadonlySet<string> = new Set();

/** A stretch of a text with its tokens, whose offsets are UTF-16 offsets into the whole text. */
export const toPassage = (
  text: string,
  span: Span,
  setting: ReadonlySet<string> = NOWHERE,
): Passage => {
  const tokens = tokenize(text, span);
  return { text, tokens, words: new Set(tokens.map((token) => token.lower)), setting };
};

/** A sentence with what has been read in it. */
export type ReadPassage = Passage & {
  readonly span: Span;
  readonly quantities: readonly ReadQuantity[];
  readonly dates: readonly ReadDate[];
  readonly checkWorthiness: number;
  /** No full stop at its end: a headline, a caption or a button. */
  readonly isHeading: boolean;
};
