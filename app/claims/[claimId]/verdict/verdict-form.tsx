'use client';

import type { Rating } from '#domain/rating';
import { VERDICT_REASONS } from '#domain/verdict';
import type { FormAction, FormState } from '#forms/form-state';
import { Choices } from '#ui/choices';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Revision } from '#ui/revision';
import { useFormAction } from '#ui/use-form-action';
import type { VerdictField } from './schema';

export function VerdictForm({
  action,
  values,
  ratings,
}: {
  action: FormAction<VerdictField>;
  values: FormState<VerdictField>['values'];
  ratings: readonly Rating[];
}) {
  const [state, submit, pending] = useFormAction(action, values);
  const { fieldErrors } = state;
  const ticked = state.values.reasons?.split('\n') ?? [];
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <Revision value={state.values.revision} />
      <Choices
        name="rating"
        legend="Rating"
        value={state.values.rating}
        errors={fieldErrors.rating}
        options={ratings.map(({ key, label, definition }) => [key, label, definition])}
      />
      <Field
        name="explanation"
        label="Explanation"
        hint="Why the evidence leads to this rating, for a reader who sees only this."
        errors={fieldErrors.explanation}
      >
        {(control) => <textarea {...control} defaultValue={state.values.explanation} />}
      </Field>
      <fieldset className="field">
        <legend>
          Reasons<span className="optional"> optional</span>
        </legend>
        <div className="choices row" key={state.values.reasons}>
          {VERDICT_REASONS.map((reason) => (
            <label key={reason} className="choice">
              <input
                type="checkbox"
                name="reasons"
                value={reason}
                defaultChecked={ticked.includes(reason)}
              />
              <span>{reason}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        name="correctedText"
        label="Corrected text"
        optional
        hint="The claim as it would be right."
        errors={fieldErrors.correctedText}
      >
        {(control) => <textarea {...control} defaultValue={state.values.correctedText} />}
      </Field>
      <Field
        name="asOf"
        label="As of"
        optional
        hint="The day the answer holds for, where figures move. Year-month-day."
        errors={fieldErrors.asOf}
      >
        {(control) => (
          <input {...control} placeholder="2025-05-01" defaultValue={state.values.asOf} />
        )}
      </Field>
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          Give the verdict
        </button>
      </div>
    </form>
  );
}
