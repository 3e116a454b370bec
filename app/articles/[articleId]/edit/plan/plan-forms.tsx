'use client';

import type { FormAction, FormState } from '#forms/form-state';
import { DayField } from '#ui/day-field';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Select } from '#ui/select';
import { useFormAction } from '#ui/use-form-action';
import type { ArticlePlanField, ShelveField } from './schema';

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

/** Takes an article out of lists and numbers, or back; and removes it while that is possible. */
export function ShelveForm({
  action,
  isArchived,
  isRemovable,
}: {
  action: FormAction<ShelveField>;
  isArchived: boolean;
  isRemovable: boolean;
}) {
  const [state, submit, pending] = useFormAction(action);
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <p className="hint">
        {isArchived
          ? 'The article is archived: its claims are in no list and no number. The record has it.'
          : 'An archived article and its claims are in no list and no number. The record keeps it, and you can take it back.'}
        {isRemovable &&
          ' No claim of this article is decided, so you can also remove the article: it then has no page any more.'}
      </p>
      <div className="actions">
        <button
          type="submit"
          className="button"
          name="step"
          value={isArchived ? 'unarchive' : 'archive'}
          disabled={pending}
        >
          {isArchived ? 'Take back from the archive' : 'Archive the article'}
        </button>
        {isRemovable && (
          <button
            type="submit"
            className="button danger"
            name="step"
            value="remove"
            disabled={pending}
          >
            Remove the article
          </button>
        )}
      </div>
    </form>
  );
}
