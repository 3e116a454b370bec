import { z } from 'zod';
import { MAX_NOTE_LENGTH } from '#domain/text';
import { passage } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const lookAgainSchema = z.object({
  words: passage('the result of the recheck', MAX_NOTE_LENGTH),
});

export type LookAgainField = FieldOf<typeof lookAgainSchema>;
