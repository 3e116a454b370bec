'use client';

import { useId } from 'react';
import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { ReasonField } from '#ui/reason-field';
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
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} fieldErrors={{ ...state.fieldErrors, reason: [] }} />
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} key={`${name} ${value}`} defaultValue={value} />
      ))}
      <ReasonField id={useId()} value={state.values.reason} errors={state.fieldErrors.reason} />
      <div className="actions">
        <button type="submit" className="button" disabled={pending}>
          {button}
        </button>
      </div>
    </form>
  );
}
