import { z } from 'zod';
import { line, newPassword } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

const presentPassword = z
  .string({ error: 'Enter your present password' })
  .min(1, { error: 'Enter your present password' });

export const passwordSchema = z.object({ current: presentPassword, password: newPassword });

export type PasswordField = FieldOf<typeof passwordSchema>;

export const confirmSchema = z.object({ current: presentPassword });

export type ConfirmField = FieldOf<typeof confirmSchema>;

export const codeSchema = z.object({
  code: line('the six digits that the app shows', 20),
  // What the page showed, to show it again when the code was mistyped.
  uri: z.string().max(500),
  codes: z.string().max(1000),
});

export type CodeField = FieldOf<typeof codeSchema>;

export const sessionSchema = z.object({ session: z.union([z.uuid(), z.literal('others')]) });
