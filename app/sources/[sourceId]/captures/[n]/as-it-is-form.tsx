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
        label="Reason why this is the document"
        hint="Read the text below first. The desk keeps the reason in the history."
        errors={state.fieldErrors.reason}
      >
        {(control) => <input {...control} defaultValue={state.values.reason} />}
      </Field>
      <div className="actions">
        <button type="submit" className="button small" disabled={pending}>
          Accept this copy
        </button>
      </div>
    </form>
  );
}
