import { z } from 'zod';
import { formId } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';
import { newSourceFields } from '#forms/new-source';

export const newSourceSchema = z.object({ id: formId, ...newSourceFields });

export type NewSourceFormField = FieldOf<typeof newSourceSchema>;
