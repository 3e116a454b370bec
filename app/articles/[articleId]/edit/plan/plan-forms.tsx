'use client';

import type { FormAction, FormState } from '#forms/form-state';
import { DayField } from '#ui/day-field';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Select } from '#ui/select';
import { useFormAction } from '#ui/use-form-action';
import type { ArticlePlanField } from './schema';

/** The assignee and the due date of an article. */
export function ArticlePlanForm({
  action,
  values,
  people,
}: {
  action: FormAction<ArticlePlanField>;
  values: FormState<ArticlePlanField>['values'];
  people: readonly { readonly id: string; readonly name: string }[];
}) {
  const [state, submit, pending] = useFormAction(action, values);
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <div className="pair">
        <Field name="assignee" label="Assignee" errors={state.fieldErrors.assignee}>
          {(control) => (
            <Select
              {...control}
              value={state.values.assignee}
              empty="Unassigned"
              options={people.map(({ id, name }) => [id, name])}
            />
          )}
        </Field>
        <DayField
          name="dueOn"
          label="Due date"
          optional
          side="future"
          errors={state.fieldErrors.dueOn}
          value={state.values.dueOn}
        />
      </div>
      <div className="actions">
        <button type="submit" className="button" disabled={pending}>
          Save the plan
        </button>
      </div>
    </form>
  );
}
