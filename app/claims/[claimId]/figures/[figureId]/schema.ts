import { z } from 'zod';
import { QUALIFIERS, STATISTICS } from '#domain/figures/figure';
import { optionalDaySpan, optionalLine, passage, revision } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const figureSchema = z.object({
  revision,
  surface: passage('the figure as it is written', 200),
  qualifier: z.enum(QUALIFIERS).or(z.literal('')).optional(),
  value: optionalLine('the value', 60),
  low: optionalLine('the lower end', 60),
  high: optionalLine('the upper end', 60),
  unit: optionalLine('the unit', 40),
  counted: optionalLine('the counted thing', 40),
  chosenUnit: optionalLine('the unit', 40),
  measure: optionalLine('the measure', 200),
  statistic: z.enum(STATISTICS).or(z.literal('')).optional(),
  asOf: optionalDaySpan,
  cumulative: z.enum(['yes', 'no']).or(z.literal('')).optional(),
  leading: z.literal('yes').optional(),
  step: z.enum(['save', 'remove']),
});

export type FigureField = FieldOf<typeof figureSchema>;
