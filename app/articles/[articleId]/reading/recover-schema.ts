import { z } from 'zod';
import { formId, optionalPastedText } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const recoverSchema = z.object({
  /** Of the copy that is asked for. */
  id: formId,
  step: z.enum(['again', 'paste']),
  text: optionalPastedText,
});
export type RecoverField = FieldOf<typeof recoverSchema>;
