'use client';

import type { FormAction, FormState } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Revision } from '#ui/revision';
import { useFormAction } from '#ui/use-form-action';
import { ArticleDetailsFields } from '../../details-fields';
import type { ArticleField } from './schema';

export function ArticleForm({
  action,
  values,
}: {
  action: FormAction<ArticleField>;
  values: FormState<ArticleField>['values'];
}) {
  const [state, submit, pending] = useFormAction(action, values);
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <Revision value={state.values.revision} />
      <Field name="title" label="Title" errors={state.fieldErrors.title}>
        {(control) => <input {...control} defaultValue={state.values.title} />}
      </Field>
      <ArticleDetailsFields {...state} />
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          Save the details
        </button>
      </div>
    </form>
  );
}
