'use client';

import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { useFormAction } from '#ui/use-form-action';
import type { PresentField } from '../schema';

/** What a change of two-factor sign-in asks first: a browser left open is not its owner. */
export function PresentPasswordForm({
  action,
  button,
  name,
}: {
  action: FormAction<PresentField>;
  button: string;
  /** Of the field on its page; the form always sends `current`. */
  name: string;
}) {
  const [state, submit, pending] = useFormAction(action);
  const errors = state.fieldErrors.current;
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} fieldErrors={{ [name]: errors }} />
      <Field name={name} label="Current password" errors={errors}>
        {(control) => (
          <input {...control} name="current" type="password" autoComplete="current-password" />
        )}
      </Field>
      <div className="actions">
        <button type="submit" className="button" disabled={pending}>
          {button}
        </button>
      </div>
    </form>
  );
}
