import type { ClaimKind } from './kind';
import type { Figure } from './quantity';

// What the engine reads in a text, as the desk records it. All places are UTF-16 code units into
// the text of the capture, end exclusive.

export type ReadSpan = { readonly start: number; readonly end: number };

export type ReadSentence = ReadSpan & {
  /** 0 to 1. */
  readonly checkWorthiness: number;
  readonly checkWorthy: boolean;
};

export type ReadQuantity = Figure & ReadSpan;

export type ReadDate = ReadSpan & {
  readonly surface: string;
  /** A day, month, year or 'from/to'; null when the text does not settle it. */
  readonly value: string | null;
  /** Why it is not settled, in words. */
  readonly unresolved: string | null;
};

export type ReadClaimant = {
  readonly name: string;
  readonly kind: 'person' | 'organization' | 'outlet' | 'unnamed';
  readonly role: string | null;
};

export type ReadClaim = ReadSpan & {
  readonly exact: string;
  /** In words that stand alone. */
  readonly text: string;
  readonly kind: ClaimKind;
  readonly checkable: boolean;
  readonly claimant: ReadClaimant | null;
  readonly saidOn: ReadDate | null;
  readonly eventOn: ReadDate | null;
  readonly quantities: readonly ReadQuantity[];
  readonly checkWorthiness: number;
  /** Why it is worth checking, in words a reviewer understands. */
  readonly reasons: readonly string[];
};

export type Reading = {
  readonly engineVersion: string;
  readonly language: string;
  readonly sentences: readonly ReadSentence[];
  readonly quantities: readonly ReadQuantity[];
  readonly dates: readonly ReadDate[];
  readonly claims: readonly ReadClaim[];
};
