import {
  DIRECTNESS_HINTS,
  DIRECTNESS_LABELS,
  STANCE_HINTS,
  STANCE_LABELS,
} from '#domain/evidence/labels';
import { DIRECTNESSES, STANCES } from '#domain/evidence/stance';
import type { FormState } from '#forms/form-state';
import { Choices } from '#ui/choices';
import { Field } from '#ui/field';
import type { StatementField } from './statement-schema';

export function StatementFields({
  values,
  fieldErrors,
  quoteHint = 'The exact words of the source about the claim. The desk searches its copy for them.',
}: Pick<FormState<StatementField>, 'values' | 'fieldErrors'> & { quoteHint?: string }) {
  return (
    <>
      <Field name="quote" label="Quote" hint={quoteHint} errors={fieldErrors.quote}>
        {(control) => <textarea {...control} defaultValue={values.quote} />}
      </Field>
      <Choices
        name="stance"
        legend="Stance"
        value={values.stance}
        errors={fieldErrors.stance}
        options={STANCES.map((each) => [each, STANCE_LABELS[each], STANCE_HINTS[each]])}
      />
      <Choices
        name="directness"
        legend="Directness"
        value={values.directness}
        errors={fieldErrors.directness}
        options={DIRECTNESSES.map((each) => [
          each,
          DIRECTNESS_LABELS[each],
          DIRECTNESS_HINTS[each],
        ])}
      />
      <Field name="note" label="Note" optional errors={fieldErrors.note}>
        {(control) => <textarea {...control} defaultValue={values.note} />}
      </Field>
    </>
  );
}
