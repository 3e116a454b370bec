import { z } from 'zod';
import { formId, line, pastedText } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const asItIsSchema = z.object({
  id: formId,
  reason: line('the reason why this is the document', 500),
});
export type AsItIsField = FieldOf<typeof asItIsSchema>;

export const transcriptSchema = z.object({
  id: formId,
  text: pastedText('the words in the picture'),
});
export type TranscriptField = FieldOf<typeof transcriptSchema>;
