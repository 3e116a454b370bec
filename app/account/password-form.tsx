'use client';

import { MIN_PASSWORD_LENGTH } from '#domain/sign-in/password';
import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { useFormAction } from '#ui/use-form-action';
import type { PasswordField } from './schema';

export function PasswordForm({ action }: { action: FormAction<PasswordField> }) {
  const [state, submit, pending] = useFormAction(action);
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <Field name="current" label="Current password" errors={state.fieldErrors.current}>
        {(control) => <input {...control} type="password" autoComplete="current-password" />}
      </Field>
      <Field
        name="password"
        label="New password"
        hint={`At least ${MIN_PASSWORD_LENGTH} characters.`}
        errors={state.fieldErrors.password}
      >
        {(control) => <input {...control} type="password" autoComplete="new-password" />}
      </Field>
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          Change the password
        </button>
      </div>
    </form>
  );
}
