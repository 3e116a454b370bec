'use client';

import { GATE_RULES, type Gate } from '#domain/review/gates';
import { MAX_NOTE_LENGTH } from '#domain/text';
import type { FormAction } from '#forms/form-state';
import { useFormAction } from '#ui/use-form-action';
import type { WaiverField } from './schema';

/** Gives the reason for passing a gate, or takes it back. */
export function WaiverForm({
  gate,
  action,
  revision,
}: {
  gate: Gate;
  action: FormAction<WaiverField>;
  revision: number;
}) {
  const [state, submit, pending] = useFormAction(action);
  const errors = [
    ...Object.values(state.fieldErrors).flat(),
    ...state.formErrors,
    ...state.changes,
  ];
  // A form that was refused for being behind comes back with the revision to decide on.
  const shownAt = state.values.revision ?? String(revision);
  const id = `reason-${gate.id}`;
  const hidden = (
    <>
      <input type="hidden" name="revision" value={shownAt} />
      <input type="hidden" name="gate" value={gate.id} />
    </>
  );
  if (gate.waiver) {
    return (
      <form action={submit}>
        {hidden}
        <Errors errors={errors} id={`${id}-error`} />
        <button
          type="submit"
          className="button small quiet"
          name="step"
          value="takeBack"
          disabled={pending}
          aria-label={`Remove the reason: ${GATE_RULES[gate.id].title}`}
        >
          Remove the reason
        </button>
      </form>
    );
  }
  return (
    <details className="waive" open={errors.length > 0}>
      <summary aria-label={`Pass with a reason: ${GATE_RULES[gate.id].title}`}>
        Pass with a reason
      </summary>
      <form action={submit}>
        {hidden}
        <label htmlFor={id}>{GATE_RULES[gate.id].waiver}</label>
        <Errors errors={errors} id={`${id}-error`} />
        <textarea
          id={id}
          name="reason"
          rows={3}
          maxLength={MAX_NOTE_LENGTH}
          defaultValue={state.values.reason}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={errors.length > 0 ? `${id}-error` : undefined}
        />
        <button type="submit" className="button small" name="step" value="waive" disabled={pending}>
          Save the reason
        </button>
      </form>
    </details>
  );
}

function Errors({ errors, id }: { errors: readonly string[]; id: string }) {
  if (errors.length === 0) return null;
  return (
    <p className="error" role="alert" id={id}>
      {errors.map((error) => error.replace(/\.$/, '')).join('. ')}.
    </p>
  );
}
