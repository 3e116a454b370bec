import type { Day } from '#domain/day';
import { DOCUMENT_KIND_LABELS, DOCUMENT_KINDS } from '#domain/documents/document';
import type { FormState } from '#forms/form-state';
import type { NewSourceField } from '#forms/new-source';
import { DayField } from './day-field';
import { Field } from './field';
import { Select } from './select';

type Of<Name extends NewSourceField> = Pick<FormState<Name>, 'values' | 'fieldErrors'> & {
  hint?: string;
};

// The fields that a new source and one that is edited have alike.

export function PublishedOnField({
  values,
  fieldErrors,
  hint,
  label = 'Published on',
  fileDay = null,
}: Of<'publishedOn'> & { label?: string; fileDay?: Day | null }) {
  return (
    <DayField
      name="publishedOn"
      label={label}
      optional
      hint={hint}
      errors={fieldErrors.publishedOn}
      value={values.publishedOn}
      fileDay={values.publishedOn ? null : fileDay}
    />
  );
}

export function KindField({ values, fieldErrors, hint }: Of<'kind'>) {
  return (
    <Field name="kind" label="Kind of source" hint={hint} errors={fieldErrors.kind}>
      {(control) => (
        <Select
          {...control}
          value={values.kind ?? 'article'}
          options={DOCUMENT_KINDS.map((kind) => [kind, DOCUMENT_KIND_LABELS[kind]])}
        />
      )}
    </Field>
  );
}

export function ContactField({ values, fieldErrors }: Of<'contact'>) {
  return (
    <Field
      name="contact"
      label="Contact"
      optional
      hint="How to reach the interviewed person. No report shows the contact."
      errors={fieldErrors.contact}
    >
      {(control) => <input {...control} defaultValue={values.contact} />}
    </Field>
  );
}

export function ConfidentialReasonField({
  values,
  fieldErrors,
  hint = '',
}: Of<'confidentialReason'>) {
  return (
    <Field
      name="confidentialReason"
      label="Reason for confidentiality"
      optional
      hint={`A source with a reason is confidential: no report shows it, and viewers cannot see it.${hint}`}
      errors={fieldErrors.confidentialReason}
    >
      {(control) => <input {...control} defaultValue={values.confidentialReason} />}
    </Field>
  );
}
