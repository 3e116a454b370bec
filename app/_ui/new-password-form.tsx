'use client';

import { MIN_PASSWORD_LENGTH } from '#domain/sign-in/password';
import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from './error-summary';
import { Field } from './field';
import { useFormAction } from './use-form-action';

/** Chooses a password, by a link that was handed over. */
export function NewPasswordForm({
  action,
  email,
  button,
}: {
  action: FormAction<'password'>;
  /** Whose it is, so that a password manager knows. */
  email: string;
  button: string;
}) {
  const [state, submit, pending] = useFormAction(action, {}, { isForAnybody: true });
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field
        name="password"
        label="Password"
        hint={`At least ${MIN_PASSWORD_LENGTH} characters. A few unusual words make a good password.`}
        errors={state.fieldErrors.password}
      >
        {(control) => <input {...control} type="password" autoComplete="new-password" />}
      </Field>
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          {button}
        </button>
      </div>
    </form>
  );
}
