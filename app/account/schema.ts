import { z } from 'zod';
import { newPassword } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const passwordSchema = z.object({
  current: z
    .string({ error: 'Enter your present password' })
    .min(1, { error: 'Enter your present password' }),
  password: newPassword,
});

export type PasswordField = FieldOf<typeof passwordSchema>;
