import type { FormState } from '#forms/form-state';
import { Field } from './field';

/** Asks who says a whole article: a speech, a letter, an opinion piece. */
export function SpeakerField({
  values,
  fieldErrors,
}: Pick<FormState<'speaker'>, 'values' | 'fieldErrors'>) {
  return (
    <Field
      name="speaker"
      label="Speaker of the whole text"
      optional
      hint="For a speech, a letter or an opinion piece. The speaker becomes the claimant of every suggestion without another claimant."
      errors={fieldErrors.speaker}
    >
      {(control) => <input {...control} defaultValue={values.speaker} />}
    </Field>
  );
}
