'use client';

import { PRIORITIES } from '#domain/claims/claim';
import { PRIORITY_LABELS } from '#domain/claims/labels';
import type { FormAction, FormState } from '#forms/form-state';
import { DayInput } from '#ui/day-field';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Revision } from '#ui/revision';
import { Select } from '#ui/select';
import { useFormAction } from '#ui/use-form-action';
import type { PlanField } from './schema';

/** Priority and due day. */
export function PlanForm({
  action,
  values,
}: {
  action: FormAction<PlanField>;
  values: FormState<PlanField>['values'];
}) {
  const [state, submit, pending] = useFormAction(action, values);
  // Once the claim moved on by another form of the page, what this one showed is past.
  const isPast = Number(state.values.revision) < Number(values.revision);
  const shown = isPast ? values : state.values;
  const { fieldErrors, formErrors } = state;
  const isSaved =
    !isPast &&
    state.values !== values &&
    state.values.revision === values.revision &&
    Object.keys(fieldErrors).length + formErrors.length === 0;
  return (
    <form action={submit} className="plan-form" aria-label="Plan the claim" noValidate>
      {!isPast && <ErrorSummary {...state} />}
      <Revision value={shown.revision} />
      <Field name="priority" label="Priority" errors={fieldErrors.priority}>
        {(control) => (
          <Select
            {...control}
            value={shown.priority}
            options={PRIORITIES.map((each) => [each, PRIORITY_LABELS[each]])}
          />
        )}
      </Field>
      <Field name="dueOn" label="Due on" errors={isPast ? [] : fieldErrors.dueOn}>
        {(control) => (
          <DayInput {...control} placeholder="next Friday" side="future" value={shown.dueOn} />
        )}
      </Field>
      <button type="submit" className="button small" disabled={pending}>
        Save the plan
      </button>
      <span className="soft" role="status">
        {isSaved && 'Saved.'}
      </span>
    </form>
  );
}
