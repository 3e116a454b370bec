import { z } from 'zod';
import { documentDetails } from '#forms/document-details';
import { fileField, formId, optionalLine, optionalPastedText } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const newArticleSchema = z.object({
  id: formId,
  title: optionalLine('the title'),
  file: fileField,
  text: optionalPastedText,
  ...documentDetails,
  speaker: optionalLine('the speaker'),
});

export type NewArticleField = FieldOf<typeof newArticleSchema>;
