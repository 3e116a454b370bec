import { z } from 'zod';
import { fileField, optionalAddress, optionalPastedText } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const newCopySchema = z.object({
  url: optionalAddress,
  file: fileField,
  text: optionalPastedText,
});

export type NewCopyField = FieldOf<typeof newCopySchema>;
