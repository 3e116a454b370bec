import { z } from 'zod';
import { optionalDayAhead } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const articlePlanSchema = z.object({
  assignee: z
    .union([z.uuid(), z.literal('')])
    .optional()
    .transform((id) => id || null),
  dueOn: optionalDayAhead,
});
export type ArticlePlanField = FieldOf<typeof articlePlanSchema>;
