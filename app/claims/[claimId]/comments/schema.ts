import { z } from 'zod';
import { MAX_COMMENT_LENGTH, toCommentBody } from '#domain/review/comment';
import { formId } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

const LIMIT = MAX_COMMENT_LENGTH.toLocaleString('en');

export const commentSchema = z.object({
  id: formId,
  claimId: z.uuid(),
  thread: z
    .union([z.uuid(), z.literal('')])
    .optional()
    .transform((id) => id || null),
  body: z
    .string({ error: 'Write a comment' })
    .transform(toCommentBody)
    .refine((body) => body !== '', { error: 'Write a comment' })
    .refine((body) => body.length <= MAX_COMMENT_LENGTH, {
      error: `Use at most ${LIMIT} characters, or write two comments`,
    }),
});

export type CommentField = FieldOf<typeof commentSchema>;

export const resolutionSchema = z.object({
  thread: z.uuid(),
  resolved: z.enum(['yes', 'no']),
});
