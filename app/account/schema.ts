import { z } from 'zod';
import { line, newPassword } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

const presentPassword = z
  .string({ error: 'Enter your current password' })
  .min(1, { error: 'Enter your current password' });

export const passwordSchema = z.object({ current: presentPassword, password: newPassword });

export type PasswordField = FieldOf<typeof passwordSchema>;

export const presentSchema = z.object({ current: presentPassword });

export type PresentField = FieldOf<typeof presentSchema>;

export const offSchema = z.object({
  current: presentPassword,
  code: line('a code from the app, or a recovery code', 40),
});

export type OffField = FieldOf<typeof offSchema>;

export const setUpCodeSchema = z.object({ code: line('the six digits that the app shows', 20) });

export type SetUpCodeField = FieldOf<typeof setUpCodeSchema>;

export const sessionSchema = z.object({ session: z.union([z.uuid(), z.literal('others')]) });
