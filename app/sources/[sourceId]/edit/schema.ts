import { z } from 'zod';
import { DOCUMENT_KINDS } from '#domain/documents/document';
import { documentSchema } from '#forms/document-details';
import { optionalLine } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const sourceSchema = documentSchema.extend({
  kind: z.enum(DOCUMENT_KINDS, { error: 'Choose what kind of source it is' }),
  language: z
    .string()
    .trim()
    .regex(/^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/, {
      error: 'Enter the code of a language, for example en or pt-BR, or leave the field empty',
    })
    .optional()
    .transform((code) => code || null),
  /** The id of the source that it repeats. */
  derivedFrom: z
    .union([z.uuid(), z.literal('')], { error: 'Choose a source of the desk' })
    .optional(),
  contact: optionalLine('the contact'),
  confidentialReason: optionalLine('the reason'),
});

export type SourceField = FieldOf<typeof sourceSchema>;
