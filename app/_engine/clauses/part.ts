import type { Span } from '#domain/texts/annotation';
import type { Edit } from '../tokens/edits';
import type { Range } from '../tokens/tokens';
import type { Frame } from './subject-and-verb';

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

/** Whether the words of a range have a statement of their own to check, and how surely. */
export type Weigh = (range: Range) => 'hard' | 'soft' | 'none';

/** One statement of a clause: its exact words, and how they are made to stand alone. */
export type Part = Range & {
  /** The words that it shares: the subject and the auxiliaries. */
  readonly before: string | null;
  readonly edits: readonly Edit[];
  /** Asides inside it that are claims of their own, figures and all. */
  readonly without: readonly Span[];
  /** An aside is a statement of the article, whoever makes the statement around it. */
  readonly isAside: boolean;
  /** Its verb, or its subject, stands elsewhere. */
  readonly leans: boolean;
  /** Its subject and verbs, where they are plain; the subject's words are as they stand alone. */
  readonly frame: Frame | null;
  readonly subject: string;
  /** A condition or a time before the first statement that also applies to this one. */
  readonly leadIn: Range | null;
};

/** A part without anything filled in. */
export const toPlainPart = (
  { from, to }: Range,
  frame: Frame | null = null,
  subject = '',
): Part => ({
  from,
  to,
  before: null,
  edits: [],
  without: [],
  isAside: false,
  leans: false,
  frame,
  subject,
  leadIn: null,
});
