'use client';

import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { useFormAction } from '#ui/use-form-action';
import type { SetUpCodeField } from '../schema';

/** The first code of the app: it shows that the app has the secret. */
export function ConfirmForm({ action }: { action: FormAction<SetUpCodeField> }) {
  const [state, submit, pending] = useFormAction(action);
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <Field
        name="code"
        label="Code"
        hint="The six digits that the app shows now."
        errors={state.fieldErrors.code}
      >
        {(control) => (
          <input {...control} className="day" inputMode="numeric" autoComplete="one-time-code" />
        )}
      </Field>
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          Turn it on
        </button>
      </div>
    </form>
  );
}
