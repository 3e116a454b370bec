import { z } from 'zod';
import { line } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const lookAgainSchema = z.object({
  words: line('what you found: it is kept in the history', 2000),
});

export type LookAgainField = FieldOf<typeof lookAgainSchema>;
