import { z } from 'zod';
import { formId, line, pastedText } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const asItIsSchema = z.object({
  id: formId,
  reason: line('why this is the document all the same', 500),
});
export type AsItIsField = FieldOf<typeof asItIsSchema>;

export const transcriptSchema = z.object({
  id: formId,
  text: pastedText('what the picture says'),
});
export type TranscriptField = FieldOf<typeof transcriptSchema>;
