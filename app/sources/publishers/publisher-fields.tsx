import type { FormState } from '#forms/form-state';
import { Field } from '#ui/field';

type PublisherFieldName = 'name' | 'otherNames' | 'hosts' | 'owner';

/** What is asked of a publisher. */
export function PublisherFields({
  values,
  fieldErrors,
}: Pick<FormState<PublisherFieldName>, 'values' | 'fieldErrors'>) {
  return (
    <>
      <Field name="name" label="Name" errors={fieldErrors.name}>
        {(control) => <input {...control} defaultValue={values.name} />}
      </Field>
      <Field
        name="otherNames"
        label="Other names"
        optional
        hint="One name on each line, such as BBC News."
        errors={fieldErrors.otherNames}
      >
        {(control) => <textarea {...control} defaultValue={values.otherNames} />}
      </Field>
      <Field
        name="hosts"
        label="Addresses"
        optional
        hint="One address on each line, such as bbc.co.uk. It stands for news.bbc.co.uk, too."
        errors={fieldErrors.hosts}
      >
        {(control) => <textarea {...control} defaultValue={values.hosts} />}
      </Field>
      <Field
        name="owner"
        label="Owner"
        optional
        hint="Publishers with one owner count as one source."
        errors={fieldErrors.owner}
      >
        {(control) => <input {...control} defaultValue={values.owner} />}
      </Field>
    </>
  );
}
