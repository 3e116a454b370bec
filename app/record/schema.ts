import { z } from 'zod';
import { line } from '#forms/fields';

/** An administrator's reason, and the last break of the anchor that they were shown. */
export const acknowledgeSchema = z.object({
  shown: z.coerce.number().int().min(1),
  reason: line('a reason for the record'),
});

export type AcknowledgeField = keyof z.output<typeof acknowledgeSchema>;
