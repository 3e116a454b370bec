'use client';

import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { useFormAction } from '#ui/use-form-action';
import type { OffField } from '../schema';

/** Turns two-factor sign-in off, with what it asks at the sign-in: the password and a code. */
export function OffForm({ action }: { action: FormAction<OffField> }) {
  const [state, submit, pending] = useFormAction(action);
  const { current, code } = state.fieldErrors;
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} fieldErrors={{ off: current, code }} />
      <Field name="off" label="Current password" errors={current}>
        {(control) => (
          <input {...control} name="current" type="password" autoComplete="current-password" />
        )}
      </Field>
      <Field
        name="code"
        label="Code"
        hint="The six digits that your authenticator app shows now, or one of your recovery codes."
        errors={code}
      >
        {(control) => <input {...control} autoComplete="one-time-code" spellCheck={false} />}
      </Field>
      <div className="actions">
        <button type="submit" className="button" disabled={pending}>
          Turn it off
        </button>
      </div>
    </form>
  );
}
