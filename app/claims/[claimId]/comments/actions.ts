'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { v7 as uuidv7 } from 'uuid';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { findClaim } from '#data/claims/claims';
import { recordComment, recordResolution } from '#data/review/comments';
import { claimCode } from '#domain/claims/claim';
import type { CommentRefusal } from '#domain/review/comment';
import { emptyForm, type FormErrors, type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { pressed } from '#forms/pressed';
import { type CommentField, commentSchema, resolutionSchema } from './schema';

/** Begins a thread on a claim, or replies in one. A form sent twice leaves one comment. */
export const writeComment = keepingTyped(async function writeComment(
  _previous: FormState<CommentField>,
  formData: FormData,
): Promise<FormState<CommentField>> {
  const by = await permitted('comment.write');
  const form = parseForm(commentSchema, formData);
  if (!form.ok) return form.refusal;
  const { thread: threadId, ...comment } = form.value;
  const claim = await findClaim(comment.claimId);
  if (!claim) notFound();
  const recorded = await recordComment({ ...comment, threadId }, toActor(by));
  if (!recorded.ok) return reshow(commentSchema, formData, explain(recorded.refusal));
  const page = `/claims/${claimCode(claim.number)}` as const;
  await leadTo(`${page}#comment-${comment.id}`);
  revalidatePath('/', 'layout');
  return { ...emptyForm, values: { id: uuidv7() } };
});

/** Resolves a thread, or opens it again. Pressed twice, it is done once. */
export const resolveThread = pressed(async function resolveThread(formData: FormData) {
  const by = await permitted('comment.resolve');
  const form = parseForm(resolutionSchema, formData);
  if (!form.ok) return;
  await recordResolution(form.value.thread, form.value.resolved === 'yes', toActor(by));
  revalidatePath('/', 'layout');
});

/**
 * Without JavaScript the browser is led to what it sent, and going back or reloading sends nothing
 * again. With it, the page stays: a redirect would put all of it aside, half-typed forms too.
 */
async function leadTo(address: `/claims/${string}#${string}`): Promise<void> {
  if (!(await headers()).has('next-action')) redirect(address);
}

function explain(refusal: CommentRefusal): FormErrors<CommentField> {
  switch (refusal.kind) {
    case 'threadResolved':
      return {
        formErrors: [
          'Another person resolved this comment while you were writing. Your reply is still here: reopen the comment, or write a new comment',
        ],
      };
    case 'noSuchThread':
      return { formErrors: ['This claim does not have this comment: reload the page'] };
    case 'noSuchClaim':
      return { formErrors: ['The desk does not have this claim: reload the page'] };
  }
}
