'use client';

import type { FormAction } from '#forms/form-state';
import { Field } from '#ui/field';
import { useFormAction } from '#ui/use-form-action';
import type { AsItIsField } from './schema';

export function AsItIsForm({ action, id }: { action: FormAction<AsItIsField>; id: string }) {
  const [state, submit, pending] = useFormAction(action);
  return (
    <form action={submit} className="form" noValidate>
      <input type="hidden" name="id" value={id} />
      {state.formErrors.length > 0 && (
        <p className="error" role="alert">
          {state.formErrors.join('. ')}.
        </p>
      )}
      <Field
        name="reason"
        label="It is the document all the same, because"
        hint="Read its text below first. The reason stays in the history."
        errors={state.fieldErrors.reason}
      >
        {(control) => <input {...control} defaultValue={state.values.reason} />}
      </Field>
      <div className="actions">
        <button type="submit" className="button small" disabled={pending}>
          Take it as it is
        </button>
      </div>
    </form>
  );
}
