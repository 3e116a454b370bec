'use client';

import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { useFormAction } from '#ui/use-form-action';
import type { SignInField } from './schema';

export function SignInForm({ action, next }: { action: FormAction<SignInField>; next: string }) {
  const [state, submit, pending] = useFormAction(action, { next }, { isForAnybody: true });
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <input type="hidden" name="next" value={next} />
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
      <Field name="password" label="Password" errors={state.fieldErrors.password}>
        {(control) => <input {...control} type="password" autoComplete="current-password" />}
      </Field>
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          Sign in
        </button>
      </div>
    </form>
  );
}
