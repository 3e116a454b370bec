import { z } from 'zod';
import { formId } from '#forms/fields';

export const captureAgainSchema = z.object({ id: formId, source: z.uuid() });
