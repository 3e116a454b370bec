import { DOCUMENT_KIND_LABELS, DOCUMENT_KINDS } from '#domain/documents/document';
import type { FormState } from '#forms/form-state';
import type { NewSourceField } from '#forms/new-source';
import { BroughtFields } from './brought-fields';
import { Field } from './field';
import { Select } from './select';

/** What is asked of a new source, alone or with evidence. */
export function NewSourceFields({
  values,
  fieldErrors,
}: Pick<FormState<NewSourceField>, 'values' | 'fieldErrors'>) {
  return (
    <>
      <BroughtFields of="the source" values={values} fieldErrors={fieldErrors} />
      <Field
        name="title"
        label="Title"
        hint="You can leave the title of a page or a file empty: the desk reads it there."
        errors={fieldErrors.title}
      >
        {(control) => <input {...control} defaultValue={values.title} />}
      </Field>
      <div className="pair">
        <Field name="publisher" label="Publisher" optional errors={fieldErrors.publisher}>
          {(control) => <input {...control} defaultValue={values.publisher} />}
        </Field>
        <Field
          name="publishedOn"
          label="Published on"
          optional
          hint="Year-month-day. For an interview, enter the day of the interview."
          errors={fieldErrors.publishedOn}
        >
          {(control) => (
            <input
              {...control}
              className="day"
              inputMode="numeric"
              placeholder="2025-05-01"
              defaultValue={values.publishedOn}
            />
          )}
        </Field>
      </div>
      <div className="pair">
        <Field
          name="kind"
          label="Kind of source"
          hint="An interview or a call needs no address and no text."
          errors={fieldErrors.kind}
        >
          {(control) => (
            <Select
              {...control}
              value={values.kind ?? 'article'}
              options={DOCUMENT_KINDS.map((kind) => [kind, DOCUMENT_KIND_LABELS[kind]])}
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
          {(control) => <input {...control} defaultValue={values.contact} />}
        </Field>
      </div>
      <Field
        name="confidentialReason"
        label="Reason for confidentiality"
        optional
        hint="A source with a reason is confidential: no report shows it, and viewers cannot see it."
        errors={fieldErrors.confidentialReason}
      >
        {(control) => <input {...control} defaultValue={values.confidentialReason} />}
      </Field>
    </>
  );
}
