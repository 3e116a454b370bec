import type { Json } from '#domain/canonical-json';

/** What is said of one thing, by field. */
export type Fields = { readonly [field: string]: Json };

/** The fields of a value from an event; none of what has no fields. */
export const asFields = (value: Json | undefined): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** The tables whose rows the record can be asked about. */
export type Table =
  | 'Claim'
  | 'Appearance'
  | 'Quantity'
  | 'Evidence'
  | 'FigurePair'
  | 'Verdict'
  | 'Submission'
  | 'Approval'
  | 'Publication'
  | 'Correction'
  | 'Waiver'
  | 'Comment'
  | 'Document'
  | 'Capture'
  | 'DocumentLink'
  | 'Publisher'
  | 'User'
  | 'Party'
  | 'Rating';
