'use client';

import type { FormAction } from '#forms/form-state';
import { Field } from '#ui/field';
import { useFormAction } from '#ui/use-form-action';
import type { RecoverField } from './recover-schema';

/** For an article that could not be fetched: fetch it again, or paste its text instead. */
export function RecoverForm({
  action,
  id,
  hasAddress,
}: {
  action: FormAction<RecoverField>;
  id: string;
  hasAddress: boolean;
}) {
  const [state, submit, pending] = useFormAction(action);
  const errors = state.fieldErrors.text;
  return (
    <form action={submit} className="form" noValidate aria-busy={pending}>
      <input type="hidden" name="id" value={id} />
      {state.formErrors.length > 0 && (
        <p className="error" role="alert">
          {state.formErrors.join('. ')}.
        </p>
      )}
      {hasAddress && (
        <div className="actions">
          <button
            type="submit"
            className="button primary"
            name="step"
            value="again"
            disabled={pending}
          >
            Try again
          </button>
        </div>
      )}
      <details open={!hasAddress || Boolean(errors)}>
        <summary>Paste the text instead</summary>
        <Field name="text" label="Text of the article" errors={errors}>
          {(control) => <textarea {...control} className="text" defaultValue={state.values.text} />}
        </Field>
        <div className="actions">
          <button type="submit" className="button" name="step" value="paste" disabled={pending}>
            Use this text
          </button>
        </div>
      </details>
    </form>
  );
}
