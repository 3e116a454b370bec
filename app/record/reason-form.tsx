'use client';

import { useId } from 'react';
import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { useFormAction } from '#ui/use-form-action';

/** A reason, and the button that it is for. */
export function ReasonForm<Field extends string>({
  action,
  hidden,
  button,
}: {
  action: FormAction<Field | 'reason'>;
  /** What goes along unseen, by name. */
  hidden: Readonly<Record<string, string>>;
  button: string;
}) {
  const [state, submit, pending] = useFormAction(action);
  const id = useId();
  const errors: readonly string[] = state.fieldErrors.reason ?? [];
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} fieldErrors={{ ...state.fieldErrors, reason: [] }} />
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} key={`${name} ${value}`} defaultValue={value} />
      ))}
      <div className={errors.length > 0 ? 'field invalid' : 'field'}>
        <label htmlFor={id}>Reason</label>
        {errors.length > 0 && (
          <p className="error" id={`${id}-error`} role="alert">
            {errors.join('. ')}.
          </p>
        )}
        <input
          id={id}
          name="reason"
          defaultValue={state.values.reason}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={errors.length > 0 ? `${id}-error` : undefined}
        />
      </div>
      <div className="actions">
        <button type="submit" className="button" disabled={pending}>
          {button}
        </button>
      </div>
    </form>
  );
}
