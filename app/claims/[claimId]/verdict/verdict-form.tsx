'use client';

import { useEffect, useRef, useState } from 'react';
import { type Gate, type GateFacts, gates } from '#domain/review/gates';
import type { Rating } from '#domain/review/rating';
import type { RatingSuggestion } from '#domain/review/rating-suggestion';
import { VERDICT_REASONS } from '#domain/review/verdict';
import type { FormAction, FormState } from '#forms/form-state';
import { Choices } from '#ui/choices';
import { DayField } from '#ui/day-field';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Revision } from '#ui/revision';
import { useFormAction } from '#ui/use-form-action';
import { GateList } from '../gate-list';
import type { VerdictField } from './schema';
import { type Compared, Suggestion } from './suggestion';

export function VerdictForm({
  action,
  values,
  ratings,
  facts,
  by,
  compared,
  suggestion,
  contradiction,
  isNewVersion,
}: {
  action: FormAction<VerdictField>;
  values: FormState<VerdictField>['values'];
  ratings: readonly Rating[];
  /** What the gates are judged on, with what is in the form in place of the last verdict. */
  facts: GateFacts;
  by: { readonly id: string; readonly name: string };
  compared: readonly Compared[];
  suggestion: RatingSuggestion | null;
  /** What of figures and stances does not go together. */
  contradiction: string | null;
  isNewVersion: boolean;
}) {
  const [state, submit, pending] = useFormAction(action, values);
  const [draft, setDraft] = useState({
    rating: values.rating ?? '',
    explanation: values.explanation ?? '',
  });
  const [hasScript, setHasScript] = useState(false);
  useEffect(() => setHasScript(true), []);
  const judged = gates(withDraft(facts, draft, ratings, by), by.id).filter(
    ({ stage }) => stage === 'submit',
  );
  const form = useRef<HTMLFormElement>(null);
  const readDraft = () => {
    if (!form.current) return;
    const typed = new FormData(form.current);
    setDraft({
      rating: String(typed.get('rating') ?? ''),
      explanation: String(typed.get('explanation') ?? ''),
    });
  };
  return (
    <form ref={form} action={submit} className="form" noValidate onChange={readDraft}>
      <ErrorSummary {...state} />
      <Revision value={state.values.revision} />
      {compared.length > 0 && (
        <Suggestion
          compared={compared}
          suggestion={suggestion}
          contradiction={contradiction}
          insert={(sentence) => {
            insertInto(form.current, sentence);
            readDraft();
          }}
          follow={(followed) => {
            choose(form.current, followed);
            readDraft();
          }}
        />
      )}
      <Choices
        name="rating"
        legend="Rating"
        value={state.values.rating}
        errors={state.fieldErrors.rating}
        options={ratings.map(({ key, label, definition }) => [key, label, definition])}
      />
      {suggestion && (!hasScript || isOther(suggestion, draft.rating)) && (
        <OtherwiseField {...state} suggested={suggestion.rating.label} />
      )}
      <ReasoningFields {...state} />
      <PublishedFields {...state} isNewVersion={isNewVersion} />
      <section className="live-gates" aria-labelledby="gates-title">
        <h2 id="gates-title">Checks before submitting</h2>
        <GateList gates={judged.filter((gate) => !isMet(gate))} label="Checks with this verdict" />
        <details className="passed">
          <summary>Checks passed: {judged.filter(isMet).length}</summary>
          <GateList gates={judged.filter(isMet)} label="Checks passed" />
        </details>
      </section>
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          Give the verdict
        </button>
      </div>
    </form>
  );
}

const isMet = ({ state }: Gate) => state === 'passed';

type Filled = Pick<FormState<VerdictField>, 'values' | 'fieldErrors'>;

const isOther = ({ rating }: RatingSuggestion, chosen: string) =>
  chosen !== '' && chosen !== rating.key;

/** Asked where the rating is another than the suggested one; without scripts, nobody knows that before. */
function OtherwiseField({ values, fieldErrors, suggested }: Filled & { suggested: string }) {
  return (
    <Field
      name="otherwiseReason"
      label={`Reason for a rating other than ${suggested}`}
      hint={`Only for another rating than ${suggested}. The reason is printed with the verdict.`}
      errors={fieldErrors.otherwiseReason}
    >
      {(control) => <textarea {...control} rows={2} defaultValue={values.otherwiseReason} />}
    </Field>
  );
}

/** Why the rating is given: in words, and by the reasons that readers know. */
function ReasoningFields({ values, fieldErrors }: Filled) {
  const ticked = values.reasons?.split('\n') ?? [];
  return (
    <>
      <Field
        name="explanation"
        label="Explanation"
        hint="Why the evidence leads to this rating. Write for a reader who sees only this explanation."
        errors={fieldErrors.explanation}
      >
        {(control) => <textarea {...control} defaultValue={values.explanation} />}
      </Field>
      <fieldset className="field">
        <legend>
          Reasons<span className="optional"> optional</span>
        </legend>
        <div className="choices row" key={values.reasons}>
          {VERDICT_REASONS.map((reason) => (
            <label key={reason} className="choice">
              <input
                type="checkbox"
                name="reasons"
                value={reason}
                defaultChecked={ticked.includes(reason)}
              />
              <span>{reason}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}

/** What is printed beside the rating. */
function PublishedFields({
  values,
  fieldErrors,
  isNewVersion,
}: Filled & { isNewVersion: boolean }) {
  const isFilled = [values, fieldErrors].some(({ correctedText, asOf }) =>
    Boolean(correctedText?.length || asOf?.length),
  );
  return (
    <>
      <details className="folded" open={isFilled}>
        <summary>
          Corrected text and day <span className="soft">optional</span>
        </summary>
        <div className="form">
          <Field
            name="correctedText"
            label="Corrected text"
            hint="The claim as it should be."
            errors={fieldErrors.correctedText}
          >
            {(control) => <textarea {...control} defaultValue={values.correctedText} />}
          </Field>
          <DayField
            name="asOf"
            label="As of"
            hint="The day for which the verdict is true, if the figures change over time."
            errors={fieldErrors.asOf}
            value={values.asOf}
          />
        </div>
      </details>
      {isNewVersion && (
        <Field
          name="changeNote"
          label="What changed"
          hint="What is different in this version, and why. The note stays with the verdict."
          errors={fieldErrors.changeNote}
        >
          {(control) => <textarea {...control} defaultValue={values.changeNote} />}
        </Field>
      )}
    </>
  );
}

/** Adds a sentence to the explanation, which is the person's own to type in. */
function insertInto(form: HTMLFormElement | null, sentence: string): void {
  const field = form?.elements.namedItem('explanation');
  if (!(field instanceof HTMLTextAreaElement) || field.value.includes(sentence)) return;
  field.value = [field.value.trimEnd(), sentence].filter(Boolean).join(' ');
}

/** Chooses a rating and ticks its reasons; what was ticked stays so. */
function choose(form: HTMLFormElement | null, { rating, reasons }: RatingSuggestion): void {
  for (const input of form?.querySelectorAll('input') ?? []) {
    const { name, value } = input;
    if (name === 'rating' && value === rating.key) input.checked = true;
    if (name === 'reasons' && reasons.some((each) => each === value)) input.checked = true;
  }
}

/** The claim as it would be judged with the verdict that stands in the form. */
function withDraft(
  facts: GateFacts,
  draft: { readonly rating: string; readonly explanation: string },
  ratings: readonly Rating[],
  by: { readonly id: string; readonly name: string },
): GateFacts {
  const rating = ratings.find(({ key }) => key === draft.rating);
  if (!rating) return { ...facts, verdict: null };
  return {
    ...facts,
    needsNewVersion: false,
    verdict: {
      decidedById: by.id,
      decidedBy: by.name,
      explanation: draft.explanation,
      ratingValue: rating.value,
      isOnPresentEvidence: true,
    },
  };
}
