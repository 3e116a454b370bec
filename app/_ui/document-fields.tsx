import type { Day } from '#domain/day';
import type { DetailsField } from '#forms/document-details';
import type { FormState } from '#forms/form-state';
import { Field } from './field';
import { PublishedOnField } from './source-fields';

type State = Pick<FormState<DetailsField>, 'values' | 'fieldErrors'>;

/** What is said of a document beside its title and its text. */
export function DocumentFields({
  values,
  fieldErrors,
  fileDay = null,
}: State & {
  /** The day that the file of the document gives as its own. */
  fileDay?: Day | null;
}) {
  return (
    <>
      <div className="pair">
        <Field name="publisher" label="Publisher" optional errors={fieldErrors.publisher}>
          {(control) => <input {...control} defaultValue={values.publisher} />}
        </Field>
        <Field name="author" label="Author" optional errors={fieldErrors.author}>
          {(control) => <input {...control} defaultValue={values.author} />}
        </Field>
      </div>
      <Field name="url" label="Address" optional errors={fieldErrors.url}>
        {(control) => <input {...control} type="url" inputMode="url" defaultValue={values.url} />}
      </Field>
      <PublishedOnField
        values={values}
        fieldErrors={fieldErrors}
        fileDay={fileDay}
        hint="The desk needs this day to tell which day “on Friday” means."
      />
    </>
  );
}
