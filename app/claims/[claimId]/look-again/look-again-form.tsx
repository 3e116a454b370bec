'use client';

import type { FormAction } from '#forms/form-state';
import { Field } from '#ui/field';
import { useFormAction } from '#ui/use-form-action';
import type { LookAgainField } from './schema';

export function LookAgainForm({ action }: { action: FormAction<LookAgainField> }) {
  const [state, submit, pending] = useFormAction(action);
  return (
    <form action={submit} className="form" noValidate>
      <Field
        name="words"
        label="Result of the recheck"
        hint="If the verdict is no longer right, ask an editor to reopen the claim."
        errors={state.fieldErrors.words}
      >
        {(control) => <input {...control} defaultValue={state.values.words} />}
      </Field>
      <div className="actions">
        <button type="submit" className="button small" disabled={pending}>
          Save the recheck
        </button>
      </div>
    </form>
  );
}
