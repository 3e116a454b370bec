'use client';

import { STEP_LABELS } from '#domain/review/labels';
import { REVIEW_STEPS, type ReviewStep } from '#domain/review/steps';
import { MAX_NOTE_LENGTH } from '#domain/text';
import { emptyForm, type FormAction, type FormState } from '#forms/form-state';
import type { StepField } from '#review/schema';
import { useFormAction } from '#ui/use-form-action';

/** What goes with a step: who reads it, and whether it must be there. */
const WORDS_LABELS: Partial<Record<ReviewStep, string>> = {
  submit: 'Note to the editor',
  return: 'Work to do before the approval',
  approve: 'Note with the approval',
  publish: 'Public note on the correction',
  reopen: 'Reason for reopening',
  correct: 'Public note: what was wrong',
  withdraw: 'Public note: reason for the withdrawal',
};

/** What a step does that its name does not say. */
const STEP_HINTS: Partial<Record<ReviewStep, string>> = {
  return: 'The claim goes back to its assignee, who reads what is to be done.',
  reopen: 'The claim is worked on again. What is published stays published.',
  correct:
    'Readers of the desk see the note at once. The claim is worked on again, and a new version replaces this one.',
  withdraw:
    'The verdict is no longer published. The record keeps it, and the claim can be reopened.',
};

/** A step that is offered, and how its form stands there. */
export type OfferedStep = {
  readonly step: ReviewStep;
  /** More than the step itself says: a publication that replaces another needs a public note. */
  readonly needsWords: boolean;
  readonly look: 'primary' | 'danger' | '';
  /** For an approval: the version of the verdict that the page shows. */
  readonly verdict?: number;
  /** Whether its form is there without a press. */
  readonly isOpen?: boolean;
};

/**
 * The steps that can be taken from one place of the page. They share what the last one was answered, so
 * that it is told even when the step is not offered any more: somebody else was faster, and the note is
 * not lost.
 */
export function StepForms({
  action,
  claimId,
  revision,
  steps,
}: {
  action: FormAction<StepField>;
  claimId: string;
  revision: number;
  steps: readonly OfferedStep[];
}) {
  const [state, submit, pending] = useFormAction(action);
  const { step: taken, words } = state.values;
  const isOffered = steps.some(({ step }) => step === taken);
  if (steps.length === 0 && taken === undefined) return null;
  return (
    <>
      {taken !== undefined && !isOffered && (
        <div className="notice loud">
          <p role="alert">{errorsOf(state).join('. ')}.</p>
          {words && <p>Your note was: “{words}”</p>}
        </div>
      )}
      {steps.map((offered) => (
        <StepForm
          key={offered.step}
          {...offered}
          claimId={claimId}
          revision={revision}
          state={offered.step === taken ? state : emptyForm}
          submit={submit}
          pending={pending}
        />
      ))}
    </>
  );
}

const errorsOf = ({ fieldErrors, formErrors }: FormState<StepField>): readonly string[] => {
  const { words = [], ...others } = fieldErrors;
  return [...words, ...formErrors, ...Object.values(others).flatMap((errors) => errors ?? [])];
};

/** One step of the review with its note or reason. A plain form, so it works without JavaScript. */
function StepForm({
  step,
  needsWords,
  look,
  verdict,
  isOpen = false,
  claimId,
  revision,
  state,
  submit,
  pending,
}: OfferedStep & {
  claimId: string;
  revision: number;
  state: FormState<StepField>;
  submit: (formData: FormData) => void;
  pending: boolean;
}) {
  const errors = errorsOf(state);
  const id = `words-${step}`;
  // The first publication corrects nothing.
  const label = step === 'publish' && !needsWords ? undefined : WORDS_LABELS[step];
  const form = (
    <form action={submit} className="step-form" aria-busy={pending}>
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="revision" value={revision} />
      {verdict !== undefined && <input type="hidden" name="verdict" value={verdict} />}
      {STEP_HINTS[step] && <p className="hint">{STEP_HINTS[step]}</p>}
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
            maxLength={MAX_NOTE_LENGTH}
            defaultValue={state.values.words}
            aria-invalid={state.fieldErrors.words !== undefined || undefined}
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
    <details className="step-details" open={isOpen || errors.length > 0}>
      <summary>{STEP_LABELS[step]}…</summary>
      {form}
    </details>
  );
}
