'use client';

import type { FormAction } from '#forms/form-state';
import type { StepField } from '#review/schema';
import { Select } from '#ui/select';
import { useFormAction } from '#ui/use-form-action';

/** Takes a claim, or hands it to somebody: the two steps that change who holds it. */
export function AssigneeForm({
  action,
  claimId,
  revision,
  assigneeId,
  take,
  people,
}: {
  action: FormAction<StepField>;
  claimId: string;
  revision: number;
  assigneeId: string | null;
  /** The words on the button that takes it; null where it cannot be taken. */
  take: string | null;
  /** Who it can be handed to; null for who may not hand it over. */
  people: readonly { readonly id: string; readonly name: string }[] | null;
}) {
  const [state, submit, pending] = useFormAction(action);
  const errors = [...state.formErrors, ...Object.values(state.fieldErrors).flat()];
  const hidden = (
    <>
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="revision" value={revision} />
    </>
  );
  return (
    <>
      {errors.length > 0 && (
        <p className="error" role="alert">
          {errors.join('. ')}.
        </p>
      )}
      {take && (
        <form action={submit} aria-busy={pending}>
          {hidden}
          <button
            type="submit"
            name="step"
            value="take"
            className="button small"
            disabled={pending}
          >
            {take}
          </button>
        </form>
      )}
      {people && (
        <form action={submit} className="hand-over" aria-busy={pending}>
          {hidden}
          <input type="hidden" name="step" value="assign" />
          <label htmlFor="assignee">Assign to</label>
          <Select
            id="assignee"
            name="assignee"
            value={assigneeId ?? ''}
            empty="Unassigned"
            options={people.map(({ id, name }) => [id, name])}
          />
          <button type="submit" className="button small" disabled={pending}>
            Assign
          </button>
        </form>
      )}
    </>
  );
}
