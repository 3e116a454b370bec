import type { ClaimKind } from './kind';

export const CLAIM_STATUSES = [
  'suggested',
  'open',
  'checking',
  'inReview',
  'approved',
  'published',
  'withdrawn',
  'dismissed',
] as const;
/** The state of the work. The answer is the verdict's rating; they are never one field. */
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

export const DISMISS_REASONS = [
  'opinion',
  'prediction',
  'notCheckable',
  'trivial',
  'misread',
  'duplicate',
] as const;
export type DismissReason = (typeof DISMISS_REASONS)[number];

export const PRIORITIES = ['low', 'normal', 'high'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** The code that people say and write: number 142 is 'C-0142'. */
export const claimCode = (number: number) => `C-${String(number).padStart(4, '0')}`;

/** The number in a code, however it is typed ('c-142', 'C-0142'), or null. */
export function parseClaimCode(text: string): number | null {
  const match = /^\s*c-?0*(\d{1,9})\s*$/i.exec(text);
  return match ? Number(match[1]) : null;
}

export const MAX_CLAIM_LENGTH = 1000;
/** @see https://developers.google.com/search/docs/appearance/structured-data/factcheck, claimReviewed */
export const MAX_HEADLINE_LENGTH = 75;

/** The wording of a claim that a reviewer may edit. Days are as typed in `_domain/day`. */
export type ClaimWording = {
  readonly text: string;
  readonly headline: string | null;
  readonly kind: ClaimKind;
  readonly checkable: boolean;
  readonly claimant: string | null;
  readonly claimantRole: string | null;
  readonly claimantUnknownReason: string | null;
  readonly saidOn: string | null;
  readonly eventOn: string | null;
  readonly place: string | null;
};

/** The statuses in which a claim, its figures, evidence and verdict may be worked on. */
export const isUnderWork = (status: ClaimStatus) => status === 'open' || status === 'checking';

/** The statuses in which the wording and the figures of a claim may be corrected. */
export const isEditable = (status: ClaimStatus) =>
  status === 'suggested' || status === 'dismissed' || isUnderWork(status);
