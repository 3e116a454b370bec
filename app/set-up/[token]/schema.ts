import { z } from 'zod';
import { line, newPassword } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const setUpSchema = z.object({
  name: line('your name', 100),
  email: line('your email address').pipe(
    z.email({ error: 'Enter an email address, for example name@example.org' }),
  ),
  password: newPassword,
});

export type SetUpField = FieldOf<typeof setUpSchema>;
