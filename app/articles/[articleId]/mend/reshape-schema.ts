import { z } from 'zod';
import { optionalPlace, revision } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const reshapeSchema = z.object({
  claimId: z.uuid(),
  revision,
  step: z.enum(['split', 'join']),
  /** Where the second claim begins in the article, as a UTF-16 offset. */
  at: optionalPlace,
  /** Of the claim that a split makes, made with the form. */
  id: z.uuidv7({ error: 'Reload the page and send the form again' }),
});
export type ReshapeField = FieldOf<typeof reshapeSchema>;
