import { z } from 'zod';
import { optionalLine, revision } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';
import { statementFields } from '../statement-schema';

export const evidenceSchema = z.object({
  revision,
  ...statementFields,
  removal: optionalLine('the reason', 500),
  step: z.enum(['save', 'remove']),
});

export type EvidenceField = FieldOf<typeof evidenceSchema>;
