import { z } from 'zod';
import { DISMISS_REASONS } from '#domain/claim';
import { optionalLine, revision } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

/** What the pressed button stands for: a step, or why the claim is dismissed. */
export const STEPS = ['accept', 'undo', ...DISMISS_REASONS] as const;

export const stepSchema = z.object({
  claimId: z.uuid(),
  revision,
  step: z.enum(STEPS),
  duplicateOf: optionalLine('the code of the other claim', 20),
});

export type Step = (typeof STEPS)[number];
export type StepField = FieldOf<typeof stepSchema>;
