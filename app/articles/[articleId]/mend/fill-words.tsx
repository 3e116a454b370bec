'use client';

import type { FormAction } from '#forms/form-state';
import { useFormAction } from '#ui/use-form-action';
import type { Mendable } from './mend-form';
import type { MendField, UnfillField } from './schema';

/** What words that are not clear alone may stand for: one press names it in the claim. */
export function FillWords({
  action,
  claim: { id, revision, kind, claimant, figures },
  words,
  choices,
}: {
  action: FormAction<MendField>;
  claim: Mendable;
  words: string;
  /** Each name with the text that the claim has with it. */
  choices: readonly { readonly name: string; readonly text: string }[];
}) {
  const [state, submit, pending] = useFormAction(action);
  const errors = [...state.formErrors, ...Object.values(state.fieldErrors).flat()];
  return (
    <form action={submit} className="fill" aria-busy={pending}>
      <input type="hidden" name="claimId" value={id} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="claimant" value={claimant} />
      <textarea hidden readOnly name="figures" value={figures} />
      <span>“{words}” is</span>
      {choices.map(({ name, text }) => (
        <button
          key={name}
          type="submit"
          className="button small"
          name="text"
          value={text}
          disabled={pending}
        >
          {name}
        </button>
      ))}
      {errors.length > 0 && (
        <p className="error" role="alert">
          {errors.join('. ')}.
        </p>
      )}
    </form>
  );
}

/** Says what a name stands for in a claim, and takes it back. */
export function UnfillWords({
  action,
  claimId,
  revision,
  words,
}: {
  action: FormAction<UnfillField>;
  claimId: string;
  revision: number;
  words: string;
}) {
  const [state, submit, pending] = useFormAction(action);
  return (
    <form action={submit} className="fill" aria-busy={pending}>
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="revision" value={revision} />
      <span>A name replaced “{words}”.</span>
      <button type="submit" className="button small" disabled={pending}>
        Undo the name
      </button>
      {state.formErrors.length > 0 && (
        <p className="error" role="alert">
          {state.formErrors.join('. ')}.
        </p>
      )}
    </form>
  );
}
