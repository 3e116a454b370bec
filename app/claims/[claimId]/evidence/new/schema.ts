import { z } from 'zod';
import {
  formId,
  optionalAddress,
  optionalDay,
  optionalLine,
  optionalPastedText,
} from '#forms/fields';
import type { FieldOf } from '#forms/form-state';
import { statementFields } from '../statement-schema';

export const newEvidenceSchema = z.object({
  id: formId,
  /** The id of a source the desk holds, or empty for a new one. */
  source: z.uuid().or(z.literal('')).optional(),
  title: optionalLine('the title'),
  publisher: optionalLine('the publisher'),
  url: optionalAddress,
  publishedOn: optionalDay,
  text: optionalPastedText,
  ...statementFields,
});

export type NewEvidenceField = FieldOf<typeof newEvidenceSchema>;
