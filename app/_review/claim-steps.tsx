'use client';

import type { ReactNode } from 'react';
import { type ClaimStatus, DISMISS_REASONS, type DismissReason } from '#domain/claims/claim';
import { DISMISS_LABELS } from '#domain/claims/labels';
import { STEP_LABELS } from '#domain/review/labels';
import type { FormAction } from '#forms/form-state';
import { useFormAction } from '#ui/use-form-action';
import type { StepField } from './schema';

/** Accept, dismiss with a reason, or undo. Plain forms, so they work without JavaScript. */
export function ClaimSteps({
  action,
  claimId,
  revision,
  code,
  status,
  canUndo,
}: {
  action: FormAction<StepField>;
  claimId: string;
  revision: number;
  code: string;
  status: ClaimStatus;
  canUndo: boolean;
}) {
  const [state, submit, pending] = useFormAction(action);
  const canDismiss = status === 'suggested' || (status === 'open' && canUndo);
  const errors = [...state.formErrors, ...Object.values(state.fieldErrors).flat()];
  const form = (children: ReactNode) => (
    <form action={submit} aria-busy={pending}>
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="revision" value={revision} />
      {children}
    </form>
  );
  return (
    <div className="steps">
      {errors.length > 0 && (
        <p className="error" role="alert">
          {errors.join('. ')}.
        </p>
      )}
      {status === 'suggested' &&
        form(<StepButton step="accept" code={code} hotkey="a" look="primary" pending={pending} />)}
      {canUndo && form(<StepButton step="undo" code={code} hotkey="u" pending={pending} />)}
      {canDismiss && (
        <details className="dismiss" open={Boolean(state.values.duplicateOf)}>
          <summary className="button small quiet" data-key="d" aria-label={`Dismiss ${code}`}>
            Dismiss
          </summary>
          <div className="reasons">
            {form(
              DISMISS_REASONS.filter((reason) => reason !== 'duplicate').map((reason, index) => (
                <StepButton
                  key={reason}
                  step={reason}
                  code={code}
                  hotkey={String(index + 1)}
                  pending={pending}
                />
              )),
            )}
            {form(
              <>
                <label htmlFor={`${code}-duplicate`}>Duplicate of</label>
                <input
                  id={`${code}-duplicate`}
                  name="duplicateOf"
                  placeholder="C-0142"
                  autoComplete="off"
                  data-key={String(DISMISS_REASONS.length)}
                  defaultValue={state.values.duplicateOf}
                />
                <StepButton step="duplicate" code={code} pending={pending} />
              </>,
            )}
          </div>
        </details>
      )}
    </div>
  );
}

function StepButton({
  step,
  code,
  hotkey,
  look = '',
  pending,
}: {
  step: 'accept' | 'undo' | DismissReason;
  code: string;
  hotkey?: string;
  look?: 'primary' | '';
  pending: boolean;
}) {
  const word = step === 'accept' || step === 'undo' ? STEP_LABELS[step] : DISMISS_LABELS[step];
  const label =
    step === 'accept' || step === 'undo'
      ? `${word} ${code}`
      : `Dismiss ${code} as ${word.toLowerCase()}`;
  return (
    <button
      className={`button small ${look}`}
      type="submit"
      name="step"
      value={step}
      data-key={hotkey}
      aria-label={label}
      disabled={pending}
    >
      {word}
    </button>
  );
}
