'use client';

import { useEffect, useRef } from 'react';
import { CLAIM_KINDS } from '#domain/claims/kind';
import { KIND_LABELS } from '#domain/claims/labels';
import type { FormAction, FormState } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { NameSuggestions } from '#ui/name-suggestions';
import { Select } from '#ui/select';
import { useFormAction } from '#ui/use-form-action';
import type { NewClaimField } from './schema';

export function NewClaimForm({
  action,
  values,
  names,
  beside = null,
}: {
  action: FormAction<NewClaimField>;
  values: FormState<NewClaimField>['values'];
  /** Claimants to choose from; null beside the article, which has its own. */
  names: readonly string[] | null;
  /** Beside the words in the article, where the page stays. */
  beside?: { readonly onMade: () => void; readonly onCancel: () => void } | null;
}) {
  const [state, submit, pending] = useFormAction(action, values);
  const wasSent = useRef(false);
  useEffect(() => {
    if (pending) wasSent.current = true;
    else if (wasSent.current) {
      wasSent.current = false;
      const isRefused = state.formErrors.length > 0 || Object.keys(state.fieldErrors).length > 0;
      if (!isRefused) beside?.onMade();
    }
  });
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <input type="hidden" name="id" value={values.id} />
      {values.start && <input type="hidden" name="start" value={values.start} />}
      {values.end && <input type="hidden" name="end" value={values.end} />}
      {beside ? (
        <input type="hidden" name="words" value={values.words} />
      ) : (
        <Field
          name="words"
          label="Words in the article"
          hint="The exact words. Half a sentence is enough."
          errors={state.fieldErrors.words}
        >
          {(control) => <textarea {...control} defaultValue={state.values.words} />}
        </Field>
      )}
      <Field
        name="text"
        label="The claim"
        hint={
          beside ? null : 'One checkable statement that readers understand without the article.'
        }
        errors={state.fieldErrors.text}
      >
        {(control) => (
          <textarea {...control} rows={beside ? 2 : 4} defaultValue={state.values.text} />
        )}
      </Field>
      <div className="pair">
        <Field name="kind" label="Kind" errors={state.fieldErrors.kind}>
          {(control) => (
            <Select
              {...control}
              value={state.values.kind}
              options={CLAIM_KINDS.map((kind) => [kind, KIND_LABELS[kind]])}
              empty="Choose a kind"
            />
          )}
        </Field>
        <Field name="claimant" label="Claimant" optional errors={state.fieldErrors.claimant}>
          {(control) => (
            <input
              {...control}
              list={names ? 'claimants' : 'article-claimants'}
              defaultValue={state.values.claimant}
            />
          )}
        </Field>
      </div>
      {names && <NameSuggestions id="claimants" names={names} />}
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          Add the claim
        </button>
        {beside && (
          <button type="button" className="button quiet" onClick={beside.onCancel}>
            Cancel
          </button>
        )}
      </div>
    </form>
  );
}
