import type { Range } from '../tokens/tokens';

export type ClauseLink = 'main' | 'and' | 'relative' | 'with' | 'participle' | 'saying';

/** A stretch of a sentence that can be one statement; indexes are into its tokens. */
export type Clause = {
  readonly from: number;
  readonly to: number;
  readonly link: ClauseLink;
  /** For a relative clause: the tokens of its antecedent ('a railway bridge'). */
  readonly subject: Range | null;
};

/** The start of a clause, and its link to the one before. */
export type Boundary = Pick<Clause, 'from' | 'link' | 'subject'>;
/** Whether a finite verb stands between two tokens, the end exclusive. */
export type HasVerb = (from: number, to: number) => boolean;
