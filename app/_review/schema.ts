import { z } from 'zod';
import { DISMISS_REASONS } from '#domain/claims/claim';
import { REVIEW_STEP_NAMES, type ReviewStep } from '#domain/review/steps';
import { MAX_NOTE_LENGTH } from '#domain/text';
import { optionalLine, optionalPassage, revision } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

/** What the pressed button stands for: a step, or why the claim is dismissed. */
const STEPS = [
  ...(REVIEW_STEP_NAMES as readonly [ReviewStep, ...ReviewStep[]]),
  ...DISMISS_REASONS,
] as const;

export const stepSchema = z.object({
  claimId: z.uuid(),
  revision,
  step: z.enum(STEPS),
  duplicateOf: optionalLine('the code of the other claim', 20),
  words: optionalPassage('the note', MAX_NOTE_LENGTH),
  /** For an approval: the version of the verdict that the page showed. */
  verdict: z.coerce.number().int().min(1).optional(),
  assignee: z
    .union([z.uuid(), z.literal('')])
    .optional()
    .transform((id) => id || null),
});

export type Step = (typeof STEPS)[number];
export type StepField = FieldOf<typeof stepSchema>;
