import { z } from 'zod';
import { newPassword } from '#forms/fields';

export const joinSchema = z.object({ password: newPassword });

export type JoinField = 'password';
