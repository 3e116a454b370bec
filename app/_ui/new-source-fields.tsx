import type { FormState } from '#forms/form-state';
import type { NewSourceField } from '#forms/new-source';
import { DocumentInputFields } from './document-input-fields';
import { Field } from './field';
import {
  ConfidentialReasonField,
  ContactField,
  KindField,
  PublishedOnField,
} from './source-fields';

/** What is asked of a new source, alone or with evidence. */
export function NewSourceFields({
  values,
  fieldErrors,
}: Pick<FormState<NewSourceField>, 'values' | 'fieldErrors'>) {
  const filled = { values, fieldErrors };
  return (
    <>
      <DocumentInputFields of="the source" {...filled} />
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
        <PublishedOnField {...filled} hint="For an interview, enter the day of the interview." />
      </div>
      <div className="pair">
        <KindField {...filled} hint="An interview or a call needs no address and no text." />
        <ContactField {...filled} />
      </div>
      <ConfidentialReasonField {...filled} />
    </>
  );
}
