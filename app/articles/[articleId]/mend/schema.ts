import { z } from 'zod';
import { MAX_CLAIM_LENGTH } from '#domain/claims/claim';
import { CLAIM_KINDS } from '#domain/claims/kind';
import { optionalLine, optionalPassage, passage, revision } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const mendSchema = z.object({
  claimId: z.uuid(),
  revision,
  text: passage('the claim', MAX_CLAIM_LENGTH),
  kind: z.enum(CLAIM_KINDS, { error: 'Choose the kind of claim' }),
  claimant: optionalLine('the claimant'),
  /** The words of each figure, one a line. */
  figures: optionalPassage('the figures', MAX_CLAIM_LENGTH),
});

export type MendField = FieldOf<typeof mendSchema>;

/** The claim in which a name was put in place of unclear words. */
export const unfillSchema = z.object({ claimId: z.uuid(), revision });

export type UnfillField = FieldOf<typeof unfillSchema>;
