'use client';

import type { FormAction } from '#forms/form-state';
import { useFormAction } from '#ui/use-form-action';
import type { PlaceField } from './schema';

/** Attaches one claim to words of the copy that is read. There are several of these on a page. */
export function PlaceForm({
  action,
  claimId,
  revision,
  code,
  words,
}: {
  action: FormAction<PlaceField>;
  claimId: string;
  revision: number;
  code: string;
  words: string;
}) {
  const [state, submit, pending] = useFormAction(action, { words });
  const errors = [...(state.fieldErrors.words ?? []), ...state.formErrors];
  const id = `words-${code}`;
  return (
    <form action={submit} className="form" noValidate>
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="revision" value={revision} />
      <div className={errors.length > 0 ? 'field invalid' : 'field'}>
        <label htmlFor={id}>Words of {code} in the current copy</label>
        {errors.length > 0 && (
          <p id={`${id}-error`} className="error" role="alert">
            {errors.join('. ')}.
          </p>
        )}
        <textarea
          id={id}
          name="words"
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={errors.length > 0 ? `${id}-error` : undefined}
          defaultValue={state.values.words}
        />
      </div>
      <div className="actions">
        <button type="submit" className="button small" disabled={pending}>
          Attach the claim to these words
        </button>
      </div>
    </form>
  );
}
