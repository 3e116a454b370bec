import { z } from 'zod';
import { documentDetails } from '#forms/document-details';
import { formId, optionalLine, pastedText } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const newArticleSchema = z.object({
  id: formId,
  title: optionalLine('the title'),
  text: pastedText('the text of the article'),
  ...documentDetails,
});

export type NewArticleField = FieldOf<typeof newArticleSchema>;
