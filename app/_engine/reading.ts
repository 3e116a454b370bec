export type { Span } from '#domain/annotation';
export type {
  Claimant,
  ClaimantKind,
  ReadClaim,
  ReadDate,
  Reading,
  ReadQuantity,
  ReadSentence,
} from '#domain/reading';
