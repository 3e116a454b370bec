'use client';

import type { FormAction, FormState } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Revision } from '#ui/revision';
import { useFormAction } from '#ui/use-form-action';
import { IndependenceField } from '../independence-field';
import type { IndependenceQuestion } from '../other-sources';
import { StatementFields } from '../statement-fields';
import type { EvidenceField } from './schema';

export function EditEvidenceForm({
  action,
  values,
  question,
}: {
  action: FormAction<EvidenceField>;
  values: FormState<EvidenceField>['values'];
  question: IndependenceQuestion;
}) {
  const [state, submit, pending] = useFormAction(action, values);
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <Revision value={state.values.revision} />
      <Field
        name="quote"
        label="Quote"
        hint="The exact words of the source about the claim. The desk searches its copy for them."
        errors={state.fieldErrors.quote}
      >
        {(control) => <textarea {...control} defaultValue={state.values.quote} />}
      </Field>
      <StatementFields {...state}>
        <IndependenceField {...state} question={question} />
      </StatementFields>
      <div className="actions">
        <button
          type="submit"
          name="step"
          value="save"
          className="button primary"
          disabled={pending}
        >
          Save the evidence
        </button>
      </div>
      <Field
        name="removal"
        label="Reason for removing the evidence"
        hint="Only if you remove the evidence. The history keeps the evidence and the reason, and earlier verdicts keep the evidence."
        errors={state.fieldErrors.removal}
      >
        {(control) => (
          <input {...control} placeholder="Reason" defaultValue={state.values.removal} />
        )}
      </Field>
      <div className="actions">
        <button
          type="submit"
          name="step"
          value="remove"
          className="button danger"
          disabled={pending}
        >
          Remove the evidence
        </button>
      </div>
    </form>
  );
}
