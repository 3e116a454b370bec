'use client';

import { CLAIM_KINDS } from '#domain/claims/kind';
import { KIND_LABELS } from '#domain/claims/labels';
import type { FormAction } from '#forms/form-state';
import { DayInput } from '#ui/day-field';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Select } from '#ui/select';
import { useFormAction } from '#ui/use-form-action';
import { MANY_FORM } from './form-id';
import type { ManyField } from './schema';

/** Gives all selected claims one claimant, kind, place or day. */
export function ManyForm({ action }: { action: FormAction<ManyField> }) {
  const [state, submit, pending] = useFormAction(action);
  const field = (name: ManyField) => ({
    name,
    id: `many-${name}`,
    optional: true,
    errors: state.fieldErrors[name],
  });
  const hasErrors = state.formErrors.length > 0 || Object.keys(state.fieldErrors).length > 0;
  return (
    <details className="many" open={hasErrors}>
      <summary>Change several claims</summary>
      <form id={MANY_FORM} action={submit} className="form mend" noValidate>
        <ErrorSummary {...state} prefix="many-" />
        <p className="hint" id="many-claim">
          Tick the boxes on the cards. An empty field leaves the claims as they are.{' '}
          <button type="button" className="button small quiet by-script" onClick={selectAll}>
            Select all
          </button>
        </p>
        <div className="pair">
          <Field {...field('claimant')} label="Claimant">
            {(control) => (
              <input {...control} list="article-claimants" defaultValue={state.values.claimant} />
            )}
          </Field>
          <Field {...field('kind')} label="Kind">
            {(control) => (
              <Select
                {...control}
                value={state.values.kind}
                options={CLAIM_KINDS.map((each) => [each, KIND_LABELS[each]])}
                empty="As it is"
              />
            )}
          </Field>
        </div>
        <Field {...field('place')} label="Place">
          {(control) => <input {...control} defaultValue={state.values.place} />}
        </Field>
        <div className="pair">
          <Field {...field('saidOn')} label="Said on">
            {(control) => <DayInput {...control} value={state.values.saidOn} isPeriod />}
          </Field>
          <Field {...field('eventOn')} label="Happened on">
            {(control) => <DayInput {...control} value={state.values.eventOn} isPeriod />}
          </Field>
        </div>
        <div className="actions">
          <button type="submit" className="button small primary" disabled={pending}>
            {pending ? 'Saving…' : 'Change the selected claims'}
          </button>
        </div>
      </form>
    </details>
  );
}

/** Ticks all boxes, or clears them when all are ticked. */
function selectAll() {
  const boxes = document.querySelectorAll<HTMLInputElement>(`input[form="${MANY_FORM}"]`);
  const isAll = [...boxes].every((box) => box.checked);
  for (const box of boxes) box.checked = !isAll;
}
