import { z } from 'zod';
import { line } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const signInSchema = z.object({
  email: line('your email address'),
  password: z.string({ error: 'Enter your password' }).min(1, { error: 'Enter your password' }),
  next: z.string().optional(),
});

export type SignInField = FieldOf<typeof signInSchema>;
