'use client';

import { STEP_LABELS } from '#domain/labels';
import { REVIEW_STEPS, type ReviewStep } from '#domain/review';
import type { FormAction } from '#forms/form-state';
import { MAX_WORDS_LENGTH, type StepField } from '#review/schema';
import { useFormAction } from '#ui/use-form-action';

/** What goes with a step: who reads it, and whether it must be there. */
const WORDS_LABELS: Partial<Record<ReviewStep, string>> = {
  submit: 'A note for whoever approves',
  return: 'What is to be done before it can be approved',
  approve: 'A note that is kept with the approval',
  publish: 'Public note on what changed',
  reopen: 'Why it is looked at again',
  correct: 'What was wrong, for readers',
  withdraw: 'Why it is withdrawn, for readers',
};

/** One step of the review with its note or reason. A plain form, so it works without JavaScript. */
export function StepForm({
  action,
  step,
  claimId,
  revision,
  needsWords,
  look = '',
}: {
  action: FormAction<StepField>;
  step: ReviewStep;
  claimId: string;
  revision: number;
  /** More than the step itself says: a publication that replaces another needs a public note. */
  needsWords: boolean;
  look?: 'primary' | 'danger' | '';
}) {
  const [state, submit, pending] = useFormAction(action);
  const fieldErrors = state.fieldErrors.words ?? [];
  const others = Object.entries(state.fieldErrors).flatMap(([field, errors]) =>
    field === 'words' ? [] : (errors ?? []),
  );
  const errors = [...fieldErrors, ...state.formErrors, ...others];
  const id = `words-${step}`;
  const label = WORDS_LABELS[step];
  const form = (
    <form action={submit} className="step-form" aria-busy={pending}>
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="revision" value={revision} />
      {errors.length > 0 && (
        <p className="error" role="alert" id={`${id}-error`}>
          {errors.join('. ')}.
        </p>
      )}
      {label && (
        <>
          <label htmlFor={id}>
            {label}
            {!needsWords && <span className="optional"> optional</span>}
          </label>
          <textarea
            id={id}
            name="words"
            rows={2}
            maxLength={MAX_WORDS_LENGTH}
            defaultValue={state.values.words}
            aria-invalid={fieldErrors.length > 0 || undefined}
            aria-describedby={errors.length > 0 ? `${id}-error` : undefined}
          />
        </>
      )}
      <button
        type="submit"
        className={`button small ${look}`}
        name="step"
        value={step}
        disabled={pending}
      >
        {STEP_LABELS[step]}
      </button>
    </form>
  );
  if (REVIEW_STEPS[step].words === 'optional') return form;
  return (
    <details className="step-details" open={errors.length > 0}>
      <summary>{STEP_LABELS[step]}…</summary>
      {form}
    </details>
  );
}
