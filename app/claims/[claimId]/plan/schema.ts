import { z } from 'zod';
import { PRIORITIES } from '#domain/claims/claim';
import { optionalDayAhead, revision } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const planSchema = z.object({
  revision,
  priority: z.enum(PRIORITIES, { error: 'Choose a priority' }),
  dueOn: optionalDayAhead,
});

export type PlanField = FieldOf<typeof planSchema>;
