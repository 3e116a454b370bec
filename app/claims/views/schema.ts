import { z } from 'zod';
import { MAX_VIEW_NAME_LENGTH } from '#domain/search/saved-view';
import { formId, line } from '#forms/fields';

export const viewSchema = z.object({
  id: formId,
  name: line('a name for the view', MAX_VIEW_NAME_LENGTH),
  query: z.string().max(2000).optional(),
  isOfDesk: z.literal('yes').optional(),
});

export type ViewField = keyof z.infer<typeof viewSchema>;
