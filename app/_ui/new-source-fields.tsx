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
        hint="Of a page or a file it may stay empty: the desk reads it from there."
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
          hint="Year-month-day; of an interview, when it was held"
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
          label="What it is"
          hint="An interview or a call needs neither address nor text."
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
          hint="How to reach whoever was interviewed. It never leaves the desk."
          errors={fieldErrors.contact}
        >
          {(control) => <input {...control} defaultValue={values.contact} />}
        </Field>
      </div>
      <Field
        name="confidentialReason"
        label="Confidential, because"
        optional
        hint="With a reason, the source stays at the desk: in no report, and not shown to viewers."
        errors={fieldErrors.confidentialReason}
      >
        {(control) => <input {...control} defaultValue={values.confidentialReason} />}
      </Field>
    </>
  );
}
