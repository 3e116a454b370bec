'use client';

import type { FormAction } from '#forms/form-state';
import { Field } from '#ui/field';
import { useFormAction } from '#ui/use-form-action';
import type { TranscriptField } from './schema';

export function TranscriptForm({
  action,
  id,
}: {
  action: FormAction<TranscriptField>;
  id: string;
}) {
  const [state, submit, pending] = useFormAction(action);
  return (
    <form action={submit} className="form" noValidate>
      <input type="hidden" name="id" value={id} />
      <Field name="text" label="Exact words in the picture" errors={state.fieldErrors.text}>
        {(control) => <textarea {...control} defaultValue={state.values.text} />}
      </Field>
      <div className="actions">
        <button type="submit" className="button small" disabled={pending}>
          Save the words
        </button>
      </div>
    </form>
  );
}
