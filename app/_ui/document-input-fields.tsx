import type { FormState } from '#forms/form-state';
import { Field } from './field';

type State = Pick<FormState<'url' | 'text' | 'file'>, 'values' | 'fieldErrors'>;

/** The ways in which a document comes to the desk: its address, a file, or its text. */
export function DocumentInputFields({
  of,
  values,
  fieldErrors,
}: State & {
  /** 'the article' */
  of: string;
}) {
  return (
    <fieldset className="one-of">
      <legend>
        One of these three is required<span className="visually-hidden"> for {of}</span>
      </legend>
      <Field
        name="url"
        label="Address"
        hint="The desk fetches the page and keeps its own copy. If you also add a file or a text, the desk only notes the address."
        errors={fieldErrors.url}
      >
        {(control) => <input {...control} type="url" inputMode="url" defaultValue={values.url} />}
      </Field>
      <Field
        name="file"
        label="File"
        hint="A saved web page, PDF, Word document (.docx), spreadsheet (.xlsx, .ods), text or picture, up to 20 MB."
        errors={fieldErrors.file}
      >
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".html,.htm,.pdf,.docx,.xlsx,.ods,.txt,.md,.png,.jpg,.jpeg,.webp,.gif"
          />
        )}
      </Field>
      <Field
        name="text"
        label={`Text of ${of}`}
        hint="Paste the whole text, up to 5 MB. If the file is a picture, type the words in the picture."
        errors={fieldErrors.text}
      >
        {(control) => <textarea {...control} className="text" defaultValue={values.text} />}
      </Field>
    </fieldset>
  );
}
