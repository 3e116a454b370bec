import { z } from 'zod';
import type { FieldOf } from '#forms/form-state';

const MISSING = 'Choose a figure in the evidence';

export const pairSchema = z.object({
  step: z.enum(['compare', 'takeBack'], { error: 'Reload the page and send the form again' }),
  figure: z.uuid({ error: MISSING }).optional(),
  found: z.uuid({ error: MISSING }).optional(),
  pair: z.uuid({ error: 'Reload the page and send the form again' }).optional(),
});

export type PairField = FieldOf<typeof pairSchema>;
