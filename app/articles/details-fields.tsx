import type { FormState } from '#forms/form-state';
import { Field } from '#ui/field';
import type { ArticleDetailsField } from './details-schema';

type State = Pick<FormState<ArticleDetailsField>, 'values' | 'fieldErrors'>;

/** The fields that a new article and its edit form share. */
export function ArticleDetailsFields({ values, fieldErrors }: State) {
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
      <Field
        name="publishedOn"
        label="Published on"
        optional
        hint="Year-month-day. Words such as “on Friday” are read from this day; without it they stay open."
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
    </>
  );
}
