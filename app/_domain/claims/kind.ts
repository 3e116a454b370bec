/** What sort of statement a claim makes; in the order the desk offers them. */
export const CLAIM_KINDS = [
  'figure',
  'event',
  'quote',
  'superlative',
  'comparison',
  'cause',
  'position',
  'prediction',
  'attribute',
  'opinion',
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];
