import { z } from 'zod';
import { CHOICES } from '#domain/claims/suggestion-choice';
import type { FieldOf } from '#forms/form-state';

export const choiceSchema = z.object({
  choice: z.enum(CHOICES, { error: 'Choose the statements that the desk suggests' }),
});

export type ChoiceField = FieldOf<typeof choiceSchema>;
