import { z } from 'zod';
import type { FieldOf } from '#forms/form-state';

export const shelveSchema = z.object({
  step: z.enum(['archive', 'unarchive', 'remove']),
});
export type ShelveField = FieldOf<typeof shelveSchema>;
