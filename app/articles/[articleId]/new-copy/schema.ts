import { z } from 'zod';
import { passage, revision } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

/** The claims that somebody confirmed, a line each: its id, and the revision that was shown. */
const confirmed = z
  .string()
  .optional()
  .transform((text) =>
    (text ?? '').split('\n').flatMap((each) => {
      const [, claimId, at] = /^([0-9a-f-]{36}):(\d{1,9})$/.exec(each.trim()) ?? [];
      return claimId && at ? [{ claimId, revision: Number(at) }] : [];
    }),
  );

export const attachToCaptureSchema = z.object({
  /** The copy that was shown as the newer one. */
  to: z.uuid({ error: 'Reload the page and send the form again' }),
  claim: confirmed,
  /** The ids of the claims that were listed, ticked or not. */
  listed: z
    .string()
    .optional()
    .transform((ids) => new Set((ids ?? '').split(' '))),
  /** Whether the claims that were counted and not listed are attached too. */
  others: z.literal('yes').optional(),
});
export type AttachToCaptureField = FieldOf<typeof attachToCaptureSchema>;

export const placeSchema = z.object({
  claimId: z.uuid(),
  revision,
  words: passage('the words of the claim in the current copy', 5000),
});
export type PlaceField = FieldOf<typeof placeSchema>;
