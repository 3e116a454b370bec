import type { Figure } from '../figures/figure';
import type { Span } from '../texts/annotation';
import type { ClaimKind } from './kind';

// What the engine reads in a text, as the desk records it.

/** A figure and its place: `text.slice(start, end) === surface`. */
export type ReadFigure = Figure & Span;

/** A date as written and, where that can be known, which day, month, year or span it names. */
export type ReadDate = Span & {
  readonly surface: string;
  /** '2025-04-30', '2024-06', '1959', or 'first/last' for a span; null when it cannot be known. */
  readonly value: string | null;
  /** Why there is no value, in words for the reviewer; null when there is one. */
  readonly unresolved: string | null;
};

/** A document: records, a poll, a study, a letter, with whoever made it in its name. */
export type ClaimantKind = 'person' | 'organization' | 'outlet' | 'document' | 'unnamed';

export type Claimant = {
  readonly name: string;
  readonly kind: ClaimantKind;
  /** 'the Russian prime minister', as written; null when the text gives none. */
  readonly role: string | null;
};

/** One checkable statement, anchored to the words that make it. */
export type ReadClaim = Span & {
  /** `text.slice(start, end)`. */
  readonly exact: string;
  /** The claim in words that stand alone, with its subject filled in; ends with a full stop. */
  readonly text: string;
  /** Words of `text` that still stand for something told elsewhere: 'he', 'the airline'; null for none. */
  readonly leansOn: string | null;
  /** What these may stand for, the likeliest first, at most four. */
  readonly candidates: readonly string[];
  readonly kind: ClaimKind;
  readonly checkable: boolean;
  readonly claimant: Claimant | null;
  /**
   * The day of the statement and the date of the event: one of `dates`, a span of two of them, or the
   * one that the story was told to be at before.
   */
  readonly saidOn: ReadDate | null;
  readonly eventOn: ReadDate | null;
  /** The figures inside it; the same objects as in `quantities`. */
  readonly quantities: readonly ReadFigure[];
  /** 0 to 1: how much a fact-checker would want to look at it. */
  readonly checkWorthiness: number;
  /** Why it was suggested, in words for the reviewer. */
  readonly reasons: readonly string[];
};

export type ReadSentence = Span & {
  readonly checkWorthiness: number;
  readonly checkWorthy: boolean;
};

/** What the engine found in a text; every list in the order of the text. */
export type Reading = {
  readonly engineVersion: string;
  /** BCP 47, as given or as recognised: 'en'; 'und' when it cannot be recognised. */
  readonly language: string;
  readonly sentences: readonly ReadSentence[];
  readonly quantities: readonly ReadFigure[];
  readonly dates: readonly ReadDate[];
  readonly claims: readonly ReadClaim[];
};
