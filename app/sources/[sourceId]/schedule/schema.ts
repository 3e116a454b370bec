import { z } from 'zod';
import type { FieldOf } from '#forms/form-state';

const MOST_DAYS = 365;

export const scheduleSchema = z.object({
  everyDays: z
    .string()
    .trim()
    .optional()
    .transform((text, context) => {
      if (!text) return null;
      const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
      if (days >= 1 && days <= MOST_DAYS) return days;
      context.addIssue({
        code: 'custom',
        message: `Enter a number of days from 1 to ${MOST_DAYS}, or leave the field empty`,
      });
      return z.NEVER;
    }),
});

export type ScheduleField = FieldOf<typeof scheduleSchema>;
