'use client';

import { MIN_PASSWORD_LENGTH } from '#domain/sign-in/password';
import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { useFormAction } from '#ui/use-form-action';
import type { SetUpField } from './schema';

export function SetUpForm({ action }: { action: FormAction<SetUpField> }) {
  const [state, submit, pending] = useFormAction(action, {}, { isForAnybody: true });
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <Field name="name" label="Your name" errors={state.fieldErrors.name}>
        {(control) => <input {...control} autoComplete="name" defaultValue={state.values.name} />}
      </Field>
      <Field name="email" label="Email" errors={state.fieldErrors.email}>
        {(control) => (
          <input
            {...control}
            type="email"
            autoComplete="username"
            defaultValue={state.values.email}
          />
        )}
      </Field>
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
          Create the account
        </button>
      </div>
    </form>
  );
}
