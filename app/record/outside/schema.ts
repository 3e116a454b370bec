import { z } from 'zod';
import { SETTLE_WAYS } from '#domain/record/outside-change';
import { line } from '#forms/fields';

/** Which changes an administrator ticked, what is to be done about them, and why. */
export const settleSchema = z.object({
  changes: z.string({ error: 'Select at least one change' }),
  way: z.enum(SETTLE_WAYS),
  reason: line('a reason for the record'),
});

export type SettleField = keyof z.output<typeof settleSchema>;
