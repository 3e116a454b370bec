import { z } from 'zod';
import { CLAIM_KINDS } from '#domain/claims/kind';
import { optionalDaySpan, optionalLine } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

/** More claims than one part of an article shows are not chosen there. */
const MOST_CHOSEN = 200;

const chosen = z
  .string({ error: 'Select the claims to change: tick the boxes on their cards' })
  .regex(/^[0-9a-f-]{36}:\d{1,9}(?:\n[0-9a-f-]{36}:\d{1,9})*$/, {
    error: 'Reload the page and select the claims again',
  })
  .transform((lines) =>
    lines.split('\n').map((line) => {
      const [id = '', revision = ''] = line.split(':');
      return { id, revision: Number(revision) };
    }),
  )
  .refine((claims) => claims.length <= MOST_CHOSEN, {
    error: `Select at most ${MOST_CHOSEN} claims at once`,
  });

/** What many claims get at once; an empty field leaves each claim as it is. */
export const manySchema = z.object({
  claim: chosen,
  claimant: optionalLine('the claimant'),
  kind: z
    .union([z.literal(''), z.enum(CLAIM_KINDS)], { error: 'Choose the kind of claim' })
    .optional()
    .transform((kind) => kind || null),
  place: optionalLine('the place'),
  saidOn: optionalDaySpan,
  eventOn: optionalDaySpan,
});
export type ManyField = FieldOf<typeof manySchema>;
