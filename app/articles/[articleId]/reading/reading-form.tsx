'use client';

import type { DocumentField } from '#forms/document-details';
import type { FormAction, FormState } from '#forms/form-state';
import { DocumentFields } from '#ui/document-fields';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Revision } from '#ui/revision';
import { useFormAction } from '#ui/use-form-action';

export function ReadingForm({
  action,
  values,
}: {
  action: FormAction<DocumentField>;
  values: FormState<DocumentField>['values'];
}) {
  const [state, submit, pending] = useFormAction(action, values);
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <Revision value={state.values.revision} />
      <Field name="title" label="Title" errors={state.fieldErrors.title}>
        {(control) => <input {...control} defaultValue={state.values.title} />}
      </Field>
      <DocumentFields {...state} />
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          {pending ? 'Reading the article…' : 'Find the claims'}
        </button>
      </div>
    </form>
  );
}
