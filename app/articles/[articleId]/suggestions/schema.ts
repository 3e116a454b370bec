import { z } from 'zod';
import { CHOICES } from '#domain/claims/suggestion-choice';
import type { FieldOf } from '#forms/form-state';

export const choiceSchema = z.object({
  choice: z.enum(CHOICES, { error: 'Choose which suggestions are written' }),
});

export type ChoiceField = FieldOf<typeof choiceSchema>;
