import { z } from 'zod';
import { OPERATIONS } from '#domain/derived/operation';
import type { FieldOf } from '#forms/form-state';

const MISSING = 'Choose a figure in the evidence';

export const pairSchema = z.object({
  step: z.enum(['compare', 'takeBack'], { error: 'Reload the page and send the form again' }),
  figure: z.uuid({ error: MISSING }).optional(),
  found: z.uuid({ error: MISSING }).optional(),
  pair: z.uuid({ error: 'Reload the page and send the form again' }).optional(),
});

const NO_CALCULATION = 'Choose a calculation and the figures for it';

export const calculationSchema = z.object({
  step: z.literal('calculate', { error: 'Reload the page and send the form again' }),
  figure: z.uuid({ error: 'Reload the page and send the form again' }),
  operation: z.enum(OPERATIONS, { error: NO_CALCULATION }),
  first: z.uuid({ error: 'Choose the first figure' }),
  second: z.uuid({ error: 'Choose the second figure' }),
  /** For a sum or a mean. Ticked figures come as lines. */
  more: z
    .string()
    .optional()
    .transform((text) => (text ? text.split(/\r?\n/) : []))
    .pipe(z.array(z.uuid({ error: 'Reload the page and send the form again' }))),
});

export type CalculationField = FieldOf<typeof calculationSchema>;

export type PairField = FieldOf<typeof pairSchema>;
