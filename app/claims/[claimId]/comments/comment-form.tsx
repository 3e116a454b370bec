'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { MAX_COMMENT_LENGTH } from '#domain/review/comment';
import type { FormAction } from '#forms/form-state';
import { useFormAction } from '#ui/use-form-action';
import { MentionField } from './mention-field';
import type { CommentField } from './schema';

// What is half-typed here outlives its form: somebody may resolve the thread meanwhile, and the page
// then shows it in another place. Until the page is loaded anew; never on disk.
const drafts = new Map<string, string>();

/** Begins a thread, or replies in one. */
export function CommentForm({
  action,
  id,
  claimId,
  threadId,
  draftKey,
  peopleHint = null,
}: {
  action: FormAction<CommentField>;
  id: string;
  claimId: string;
  threadId: string | null;
  /** Who writes, and where. */
  draftKey: string;
  peopleHint?: ReactNode;
}) {
  const [state, submit, pending] = useFormAction(action, { id });
  const form = useRef<HTMLFormElement>(null);
  const sent = useRef(state.values.id);
  const name = threadId ?? 'new-comment';
  const errors = [...state.formErrors, ...Object.values(state.fieldErrors).flat()];

  useEffect(() => {
    const field = form.current?.querySelector('textarea');
    const draft = drafts.get(draftKey);
    if (!field || !draft || field.value !== '') return;
    field.value = draft;
    const folded = form.current?.closest('details');
    if (folded) folded.open = true;
  }, [draftKey]);

  useEffect(() => {
    // The desk gives another id once it has recorded the comment that carried this one.
    if (state.values.id === sent.current) return;
    sent.current = state.values.id;
    drafts.delete(draftKey);
    const folded = form.current?.closest('details');
    if (!folded) return;
    folded.open = false;
    folded.querySelector('summary')?.focus();
  }, [state.values.id, draftKey]);

  return (
    <form
      ref={form}
      action={submit}
      className="comment-form"
      onInput={(event) => {
        if (event.target instanceof HTMLTextAreaElement) drafts.set(draftKey, event.target.value);
      }}
      noValidate
    >
      <input type="hidden" name="id" key={state.values.id} defaultValue={state.values.id} />
      <input type="hidden" name="claimId" value={claimId} />
      {threadId && <input type="hidden" name="thread" value={threadId} />}
      <label htmlFor={name}>{threadId ? 'Your reply' : 'New comment'}</label>
      {!threadId && (
        <p id="comment-hint" className="hint">
          At most {MAX_COMMENT_LENGTH.toLocaleString('en')} characters. Type @ and a name to notify
          a person.
        </p>
      )}
      {peopleHint}
      {errors.length > 0 && (
        <p className="error" role="alert" id={`${name}-error`}>
          {errors.join('. ')}.
        </p>
      )}
      <MentionField
        id={name}
        name="body"
        defaultValue={state.values.body}
        aria-describedby={
          [!threadId && 'comment-hint', errors.length > 0 && `${name}-error`]
            .filter(Boolean)
            .join(' ') || undefined
        }
        aria-invalid={errors.length > 0 || undefined}
      />
      <div className="actions">
        <button type="submit" className="button small" disabled={pending}>
          {threadId ? 'Send the reply' : 'Comment'}
        </button>
      </div>
    </form>
  );
}
