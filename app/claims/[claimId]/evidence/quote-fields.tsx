import type { FormState } from '#forms/form-state';
import { Field } from '#ui/field';
import { MORE_QUOTES, type MoreQuotesField } from './more-quotes';

/** One quote or several from one source; the next field is behind the one before it. */
export function QuoteFields({
  values,
  fieldErrors,
  hint,
}: Pick<FormState<'quote' | MoreQuotesField>, 'values' | 'fieldErrors'> & { hint: string }) {
  return (
    <div className="quotes">
      <Field name="quote" label="Quote" hint={hint} errors={fieldErrors.quote}>
        {(control) => <textarea {...control} defaultValue={values.quote} />}
      </Field>
      {MORE_QUOTES.map((name, index) => (
        <details key={name} className="another-quote" open={Boolean(values[name])}>
          <summary>Another quote</summary>
          <Field name={name} label={`Quote ${index + 2}`} errors={fieldErrors[name]}>
            {(control) => <textarea {...control} defaultValue={values[name]} />}
          </Field>
        </details>
      ))}
    </div>
  );
}
