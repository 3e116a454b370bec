'use client';

import type { DocumentField } from '#forms/document-details';
import type { FormAction, FormState } from '#forms/form-state';
import { DocumentFields } from './document-fields';
import { ErrorSummary } from './error-summary';
import { Field } from './field';
import { Revision } from './revision';
import { Select } from './select';
import { useFormAction } from './use-form-action';

/** Corrects what the desk knows of an article or a source. */
export function DocumentForm({
  action,
  values,
  sources,
}: {
  action: FormAction<DocumentField>;
  values: FormState<DocumentField>['values'];
  /** Of a source: the others that it may repeat, by id. */
  sources?: readonly (readonly [id: string, title: string])[];
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
      {sources && (
        <Field
          name="derivedFrom"
          label="Repeats"
          optional
          hint="The wire story or press release that this source passes on: the two then count as one."
          errors={state.fieldErrors.derivedFrom}
        >
          {(control) => (
            <Select
              {...control}
              options={sources}
              value={state.values.derivedFrom}
              empty="Nothing: it stands on its own"
            />
          )}
        </Field>
      )}
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          Save the details
        </button>
      </div>
    </form>
  );
}
