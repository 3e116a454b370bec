import type { ReactNode } from 'react';
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

/** What a source says about a claim, beside its quote. */
export function StatementFields({
  values,
  fieldErrors,
  children,
}: Pick<FormState<StatementField>, 'values' | 'fieldErrors'> & {
  /** What is asked between the directness and the note. */
  readonly children?: ReactNode;
}) {
  return (
    <>
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
      {children}
      <Field name="note" label="Note" optional errors={fieldErrors.note}>
        {(control) => <textarea {...control} defaultValue={values.note} />}
      </Field>
    </>
  );
}
