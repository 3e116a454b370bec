import { z } from 'zod';
import { MAX_CLAIM_LENGTH } from '#domain/claims/claim';
import { CLAIM_KINDS } from '#domain/claims/kind';
import { formId, optionalLine, optionalPlace, passage } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const newClaimSchema = z.object({
  id: formId,
  /** Where the words were selected; absent when they were typed. */
  start: optionalPlace,
  end: optionalPlace,
  words: passage('the exact words in the article', 5000),
  text: passage('the claim', MAX_CLAIM_LENGTH),
  kind: z.enum(CLAIM_KINDS, { error: 'Choose the kind of claim' }),
  claimant: optionalLine('the claimant'),
});

export type NewClaimField = FieldOf<typeof newClaimSchema>;
