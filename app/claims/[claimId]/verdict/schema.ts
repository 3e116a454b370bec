import { z } from 'zod';
import { MAX_CLAIM_LENGTH } from '#domain/claims/claim';
import { MAX_EXPLANATION_LENGTH, VERDICT_REASONS } from '#domain/review/verdict';
import { MAX_NOTE_LENGTH } from '#domain/text';
import { optionalDay, optionalPassage, passage, revision } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const verdictSchema = z.object({
  revision,
  rating: z.string({ error: 'Choose a rating' }).min(1, { error: 'Choose a rating' }),
  reasons: z
    .string()
    .optional()
    .transform((lines) => VERDICT_REASONS.filter((each) => lines?.split('\n').includes(each))),
  explanation: passage('an explanation of the rating', MAX_EXPLANATION_LENGTH),
  correctedText: optionalPassage('the corrected text', MAX_CLAIM_LENGTH),
  asOf: optionalDay,
  otherwiseReason: optionalPassage('the reason for a different rating', MAX_NOTE_LENGTH),
  changeNote: optionalPassage('what changed', MAX_NOTE_LENGTH),
});

export type VerdictField = FieldOf<typeof verdictSchema>;
