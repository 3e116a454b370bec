import { z } from 'zod';
import { line } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const codeSchema = z.object({
  code: line('the code', 40),
  next: z.string().optional(),
});

export type CodeField = FieldOf<typeof codeSchema>;
