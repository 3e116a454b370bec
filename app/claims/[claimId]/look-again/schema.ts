import { z } from 'zod';
import { passage } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const lookAgainSchema = z.object({
  words: passage('the result of the recheck', 2000),
});

export type LookAgainField = FieldOf<typeof lookAgainSchema>;
