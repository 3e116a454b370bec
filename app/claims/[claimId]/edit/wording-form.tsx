'use client';

import { MAX_HEADLINE_LENGTH } from '#domain/claims/claim';
import { CLAIM_KINDS } from '#domain/claims/kind';
import { KIND_LABELS } from '#domain/claims/labels';
import type { FormAction, FormState } from '#forms/form-state';
import { DayField } from '#ui/day-field';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { NameSuggestions } from '#ui/name-suggestions';
import { Revision } from '#ui/revision';
import { Select } from '#ui/select';
import { useFormAction } from '#ui/use-form-action';
import type { WordingField } from './schema';

export function WordingForm({
  action,
  values,
  names,
}: {
  action: FormAction<WordingField>;
  values: FormState<WordingField>['values'];
  names: readonly string[];
}) {
  const [state, submit, pending] = useFormAction(action, values);
  const { fieldErrors } = state;
  const input = (field: WordingField) => ({ defaultValue: state.values[field] });
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <Revision value={state.values.revision} />
      <Field
        name="text"
        label="The claim"
        hint="One checkable statement that readers understand without the article. The desk also keeps the words of the article."
        errors={fieldErrors.text}
      >
        {(control) => <textarea {...control} {...input('text')} />}
      </Field>
      <Field
        name="headline"
        label="Headline"
        optional
        hint={`For ClaimReview, at most ${MAX_HEADLINE_LENGTH} characters.`}
        errors={fieldErrors.headline}
      >
        {(control) => <input {...control} {...input('headline')} />}
      </Field>
      <div className="pair">
        <Field name="kind" label="Kind" errors={fieldErrors.kind}>
          {(control) => (
            <Select
              {...control}
              value={state.values.kind}
              options={CLAIM_KINDS.map((kind) => [kind, KIND_LABELS[kind]])}
            />
          )}
        </Field>
        <Field name="checkable" label="Can the claim be checked?" errors={fieldErrors.checkable}>
          {(control) => (
            <Select
              {...control}
              value={state.values.checkable}
              options={[
                ['yes', 'Yes'],
                ['no', 'No'],
              ]}
            />
          )}
        </Field>
      </div>
      <div className="pair">
        <Field name="claimant" label="Claimant" optional errors={fieldErrors.claimant}>
          {(control) => <input {...control} list="claimants" {...input('claimant')} />}
        </Field>
        <Field name="claimantRole" label="Role" optional errors={fieldErrors.claimantRole}>
          {(control) => <input {...control} {...input('claimantRole')} />}
        </Field>
      </div>
      <Field
        name="claimantUnknownReason"
        label="Reason why the claimant is not known"
        optional
        errors={fieldErrors.claimantUnknownReason}
      >
        {(control) => <input {...control} {...input('claimantUnknownReason')} />}
      </Field>
      <div className="pair">
        <DayField
          name="saidOn"
          label="Said on"
          optional
          isPeriod
          errors={fieldErrors.saidOn}
          value={state.values.saidOn}
        />
        <DayField
          name="eventOn"
          label="Happened on"
          optional
          isPeriod
          hint="The day of the event in the claim."
          errors={fieldErrors.eventOn}
          value={state.values.eventOn}
        />
      </div>
      <Field name="place" label="Place" optional errors={fieldErrors.place}>
        {(control) => <input {...control} {...input('place')} />}
      </Field>
      <NameSuggestions id="claimants" names={names} />
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          Save the claim
        </button>
      </div>
    </form>
  );
}
