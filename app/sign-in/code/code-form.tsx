'use client';

import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { useFormAction } from '#ui/use-form-action';
import type { CodeField } from './schema';

export function CodeForm({ action, next }: { action: FormAction<CodeField>; next: string }) {
  const [state, submit, pending] = useFormAction(action, {}, { isForAnybody: true });
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <input type="hidden" name="next" value={next} />
      <Field
        name="code"
        label="Code"
        hint="The six digits that your authenticator app shows now, or one of your recovery codes."
        errors={state.fieldErrors.code}
      >
        {(control) => <input {...control} autoComplete="one-time-code" spellCheck={false} />}
      </Field>
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          Sign in
        </button>
      </div>
    </form>
  );
}
