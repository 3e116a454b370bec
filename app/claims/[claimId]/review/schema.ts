import { z } from 'zod';
import { GATE_IDS, MIN_WAIVER_LENGTH } from '#domain/review/gates';
import { MAX_NOTE_LENGTH } from '#domain/text';
import { optionalLine, revision } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const waiverSchema = z.object({
  revision,
  gate: z.enum(GATE_IDS as [(typeof GATE_IDS)[number], ...(typeof GATE_IDS)[number][]]),
  step: z.enum(['waive', 'takeBack']),
  reason: z
    .string()
    .trim()
    .max(MAX_NOTE_LENGTH, {
      error: `Use at most ${MAX_NOTE_LENGTH.toLocaleString('en')} characters for the reason`,
    })
    .optional()
    .transform((text) => text ?? ''),
});

export const REASON_TOO_SHORT = `Enter a reason of at least ${MIN_WAIVER_LENGTH} characters: the desk prints it with the verdict`;

export const claimantSchema = z.object({
  revision,
  claimant: optionalLine('the claimant'),
  claimantUnknownReason: optionalLine('the reason', 500),
});

export type WaiverField = FieldOf<typeof waiverSchema>;
export type ClaimantField = FieldOf<typeof claimantSchema>;
