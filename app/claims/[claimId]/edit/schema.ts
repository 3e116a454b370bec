import { z } from 'zod';
import { MAX_CLAIM_LENGTH, MAX_HEADLINE_LENGTH } from '#domain/claims/claim';
import { CLAIM_KINDS } from '#domain/claims/kind';
import { optionalDaySpan, optionalLine, passage, revision } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const wordingSchema = z.object({
  revision,
  text: passage('the claim', MAX_CLAIM_LENGTH),
  headline: optionalLine('the headline', MAX_HEADLINE_LENGTH),
  kind: z.enum(CLAIM_KINDS, { error: 'Choose the kind of claim' }),
  checkable: z.enum(['yes', 'no'], { error: 'Choose whether the claim can be checked' }),
  claimant: optionalLine('the claimant'),
  claimantRole: optionalLine('the role'),
  claimantUnknownReason: optionalLine('the reason', 500),
  saidOn: optionalDaySpan,
  eventOn: optionalDaySpan,
  place: optionalLine('the place'),
});

export type WordingField = FieldOf<typeof wordingSchema>;
