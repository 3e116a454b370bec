'use client';

import type { Day } from '#domain/day';
import type { FormAction, FormState } from '#forms/form-state';
import { DocumentFields } from '#ui/document-fields';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Revision } from '#ui/revision';
import { Select } from '#ui/select';
import { ConfidentialReasonField, ContactField, KindField } from '#ui/source-fields';
import { useFormAction } from '#ui/use-form-action';
import type { SourceField } from './schema';

export function SourceForm({
  action,
  values,
  sources,
  fileDay,
}: {
  action: FormAction<SourceField>;
  values: FormState<SourceField>['values'];
  /** The day that the file of the source gives as its own. */
  fileDay: Day | null;
  /** The others that it may repeat, by id. */
  sources: readonly (readonly [id: string, title: string])[];
}) {
  const [state, submit, pending] = useFormAction(action, values);
  const { fieldErrors } = state;
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <Revision value={state.values.revision} />
      <Field name="title" label="Title" errors={fieldErrors.title}>
        {(control) => <input {...control} defaultValue={state.values.title} />}
      </Field>
      <DocumentFields {...state} fileDay={fileDay} />
      <div className="pair">
        <KindField {...state} />
        <Field
          name="language"
          label="Language"
          optional
          hint="The code of the language, for example en"
          errors={fieldErrors.language}
        >
          {(control) => <input {...control} className="day" defaultValue={state.values.language} />}
        </Field>
      </div>
      <Field
        name="derivedFrom"
        label="Repeats"
        optional
        hint="The wire story or press release that this source repeats. Both then count as one source."
        errors={fieldErrors.derivedFrom}
      >
        {(control) => (
          <Select
            {...control}
            options={sources}
            value={state.values.derivedFrom}
            empty="Nothing: this source is independent"
          />
        )}
      </Field>
      <ContactField {...state} />
      <ConfidentialReasonField
        {...state}
        hint=" Without a reason, the source is not confidential."
      />
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          Save the details
        </button>
      </div>
    </form>
  );
}
