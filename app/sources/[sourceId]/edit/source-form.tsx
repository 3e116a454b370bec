'use client';

import { DOCUMENT_KIND_LABELS, DOCUMENT_KINDS } from '#domain/documents/document';
import type { FormAction, FormState } from '#forms/form-state';
import { DocumentFields } from '#ui/document-fields';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Revision } from '#ui/revision';
import { Select } from '#ui/select';
import { useFormAction } from '#ui/use-form-action';
import type { SourceField } from './schema';

export function SourceForm({
  action,
  values,
  sources,
}: {
  action: FormAction<SourceField>;
  values: FormState<SourceField>['values'];
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
      <DocumentFields {...state} />
      <div className="pair">
        <Field name="kind" label="Kind of source" errors={fieldErrors.kind}>
          {(control) => (
            <Select
              {...control}
              value={state.values.kind}
              options={DOCUMENT_KINDS.map((kind) => [kind, DOCUMENT_KIND_LABELS[kind]])}
            />
          )}
        </Field>
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
      <Field
        name="contact"
        label="Contact"
        optional
        hint="How to reach the interviewed person. No report shows the contact."
        errors={fieldErrors.contact}
      >
        {(control) => <input {...control} defaultValue={state.values.contact} />}
      </Field>
      <Field
        name="confidentialReason"
        label="Reason for confidentiality"
        optional
        hint="A source with a reason is confidential: no report shows it, and viewers cannot see it. Without a reason, the source is not confidential."
        errors={fieldErrors.confidentialReason}
      >
        {(control) => <input {...control} defaultValue={state.values.confidentialReason} />}
      </Field>
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          Save the details
        </button>
      </div>
    </form>
  );
}
