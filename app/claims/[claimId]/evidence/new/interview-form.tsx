'use client';

import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { ConfidentialReasonField, ContactField, PublishedOnField } from '#ui/source-fields';
import { useFormAction } from '#ui/use-form-action';
import { useSizeLimits } from '#ui/use-size-limits';
import { IndependenceField } from '../independence-field';
import type { IndependenceQuestion } from '../other-sources';
import { QuoteFields } from '../quote-fields';
import { StatementFields } from '../statement-fields';
import type { NewEvidenceField } from './schema';

/** An interview or a call: a source without an address and without a copy. */
export function InterviewForm({
  action,
  id,
  newSourceId,
  question,
}: {
  action: FormAction<NewEvidenceField>;
  id: string;
  newSourceId: string;
  question: IndependenceQuestion;
}) {
  const [state, submit, pending] = useFormAction(action);
  const { checkSize, errors } = useSizeLimits();
  const fieldErrors: typeof state.fieldErrors = errors ?? state.fieldErrors;
  const filled = { values: state.values, fieldErrors };
  return (
    <form action={submit} onSubmit={checkSize} className="form evidence-form" noValidate>
      <ErrorSummary {...state} fieldErrors={fieldErrors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="newSource" value={newSourceId} />
      <input type="hidden" name="kind" value="interview" />
      <input type="hidden" name="step" value="attach" />
      <fieldset className="form">
        <legend className="step-legend">
          <b>1</b> Who was interviewed?
        </legend>
        <Field
          name="title"
          label="Interviewed person"
          hint="The name or the office, such as “The fire chief, by telephone”. Reports show it, unless the source is confidential."
          errors={fieldErrors.title}
        >
          {(control) => <input {...control} defaultValue={filled.values.title} />}
        </Field>
        <div className="pair">
          <Field
            name="publisher"
            label="Organization"
            optional
            hint="The person speaks for this organization."
            errors={fieldErrors.publisher}
          >
            {(control) => <input {...control} defaultValue={filled.values.publisher} />}
          </Field>
          <PublishedOnField {...filled} label="Day of the interview" />
        </div>
        <ContactField {...filled} />
        <ConfidentialReasonField {...filled} />
        <Field
          name="file"
          label="Recording or notes"
          optional
          hint="A file of up to 20 MB."
          errors={fieldErrors.file}
        >
          {(control) => <input {...control} type="file" />}
        </Field>
      </fieldset>
      <fieldset className="form">
        <legend className="step-legend">
          <b>2</b> Which words?
        </legend>
        <QuoteFields {...filled} hint="The exact words of the interviewed person." />
      </fieldset>
      <fieldset className="form">
        <legend className="step-legend">
          <b>3</b> What do they say?
        </legend>
        <StatementFields {...filled}>
          <IndependenceField {...filled} question={question} />
        </StatementFields>
      </fieldset>
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          {pending ? 'Attaching…' : 'Attach the evidence'}
        </button>
      </div>
    </form>
  );
}
