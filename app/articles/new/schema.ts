import { z } from 'zod';
import { formId, optionalLine, pastedText } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';
import { articleDetails } from '../details-schema';

export const newArticleSchema = z.object({
  id: formId,
  title: optionalLine('the title'),
  text: pastedText('the text of the article'),
  ...articleDetails,
});

export type NewArticleField = FieldOf<typeof newArticleSchema>;
