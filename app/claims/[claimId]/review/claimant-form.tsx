'use client';

import type { FormAction } from '#forms/form-state';
import { NameSuggestions } from '#ui/name-suggestions';
import { useFormAction } from '#ui/use-form-action';
import type { ClaimantField } from './schema';

/** Names the claimant where the check for it stands, or says why nobody knows the claimant. */
export function ClaimantForm({
  action,
  revision,
  publisher,
  isOpen,
}: {
  action: FormAction<ClaimantField>;
  revision: number;
  /** Of the article, which is the claimant of what it claims itself. */
  publisher: string | null;
  /** Whether it is the next step, and so there without a press. */
  isOpen: boolean;
}) {
  const [state, submit, pending] = useFormAction(action);
  const { values } = state;
  const errors = [
    ...Object.values(state.fieldErrors).flat(),
    ...state.formErrors,
    ...state.changes,
  ];
  const form = (
    <form action={submit} className="step-form" aria-busy={pending}>
      <input type="hidden" name="revision" value={values.revision ?? revision} />
      {errors.length > 0 && (
        <p className="error" role="alert" id="claimant-error">
          {errors.map((error) => error.replace(/\.$/, '')).join('. ')}.
        </p>
      )}
      <label htmlFor="claimant">Claimant</label>
      <div className="in-a-row">
        <input
          id="claimant"
          name="claimant"
          list={publisher ? 'claimant-names' : undefined}
          defaultValue={values.claimant}
          autoComplete="off"
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={errors.length > 0 ? 'claimant-error' : undefined}
        />
        <button type="submit" className="button small primary" disabled={pending}>
          Save the claimant
        </button>
      </div>
      {publisher && <NameSuggestions id="claimant-names" names={[publisher]} />}
      <details className="waive" open={Boolean(values.claimantUnknownReason)}>
        <summary>The claimant is not known</summary>
        <label htmlFor="unknown-reason">Reason why the claimant is not known</label>
        <input
          id="unknown-reason"
          name="claimantUnknownReason"
          defaultValue={values.claimantUnknownReason}
        />
      </details>
    </form>
  );
  if (isOpen) return form;
  return (
    <details className="waive" open={errors.length > 0}>
      <summary>Enter the claimant</summary>
      {form}
    </details>
  );
}
