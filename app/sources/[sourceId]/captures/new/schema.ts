import { z } from 'zod';
import { fileField, formId, optionalAddress, optionalPastedText } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const takeCaptureSchema = z.object({
  id: formId,
  url: optionalAddress,
  file: fileField,
  text: optionalPastedText,
});

export type TakeCaptureField = FieldOf<typeof takeCaptureSchema>;
