'use client';

import type { ReactNode } from 'react';
import type { FormAction, FormState } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { ConfidentialReasonField, KindField, PublishedOnField } from '#ui/source-fields';
import { useFormAction } from '#ui/use-form-action';
import { useSizeLimits } from '#ui/use-size-limits';
import { IndependenceField } from '../independence-field';
import { MORE_QUOTES } from '../more-quotes';
import type { IndependenceQuestion } from '../other-sources';
import { QuoteFields } from '../quote-fields';
import { StatementFields } from '../statement-fields';
import type { NewEvidenceField } from './schema';
import { WhatField } from './what-field';

const DETAILS = ['title', 'publisher', 'publishedOn', 'url', 'kind', 'confidentialReason'] as const;
const STATEMENT = [
  ...['quote', 'stance', 'directness', 'note', 'independence', 'comesFrom'],
  ...MORE_QUOTES,
] as const;

/** The first step, with the two others folded for a person who has the words already. */
export function WhatForm({
  action,
  id,
  newSourceId,
  searchAddress,
  values: given,
  question,
  children,
}: {
  action: FormAction<NewEvidenceField>;
  id: string;
  newSourceId: string;
  /** Answers with the earlier sources that have some words. */
  searchAddress: string;
  values: FormState<NewEvidenceField>['values'];
  question: IndependenceQuestion;
  /** The earlier sources that a search found, as buttons. */
  children: ReactNode;
}) {
  const [state, submit, pending] = useFormAction(action, given);
  const { checkSize, errors } = useSizeLimits();
  const { values } = state;
  const fieldErrors: typeof state.fieldErrors = errors ?? state.fieldErrors;
  const isOpen = (names: readonly NewEvidenceField[]) =>
    names.some((name) => values[name] || fieldErrors[name]);
  const filled = { values, fieldErrors };

  return (
    <form action={submit} onSubmit={checkSize} className="form evidence-form" noValidate>
      <ErrorSummary {...state} fieldErrors={fieldErrors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="newSource" value={newSourceId} />
      {/* What Enter presses in a field: the first button of a form, and no earlier source. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      <fieldset className="form">
        <legend className="step-legend">
          <b>1</b> What is it?
        </legend>
        <WhatField {...filled} searchAddress={searchAddress} pending={pending}>
          {children}
        </WhatField>
        <details className="folded" open={isOpen(DETAILS.filter((name) => name !== 'kind'))}>
          <summary>
            Details <span className="soft">The desk reads them in the copy.</span>
          </summary>
          <div className="form">
            <Field name="title" label="Title" errors={fieldErrors.title}>
              {(control) => <input {...control} defaultValue={values.title} />}
            </Field>
            <div className="pair">
              <Field name="publisher" label="Publisher" errors={fieldErrors.publisher}>
                {(control) => <input {...control} defaultValue={values.publisher} />}
              </Field>
              <PublishedOnField {...filled} />
            </div>
            <div className="pair">
              <KindField {...filled} />
              <Field name="url" label="Address of the text or file" errors={fieldErrors.url}>
                {(control) => (
                  <input {...control} type="url" inputMode="url" defaultValue={values.url} />
                )}
              </Field>
            </div>
            <ConfidentialReasonField {...filled} />
          </div>
        </details>
      </fieldset>
      <details className="folded" open={isOpen(STATEMENT)}>
        <summary>
          I have the words already{' '}
          <span className="soft">Enter the quote now, without opening the source first.</span>
        </summary>
        <fieldset className="form">
          <legend className="step-legend">
            <b>2</b> Which words?
          </legend>
          <QuoteFields
            {...filled}
            hint="The exact words of the source about the claim. The desk looks for them in its copy."
          />
        </fieldset>
        <fieldset className="form">
          <legend className="step-legend">
            <b>3</b> What does it say?
          </legend>
          <StatementFields {...filled}>
            <IndependenceField {...filled} question={question} />
          </StatementFields>
        </fieldset>
        <div className="actions">
          <button
            type="submit"
            name="step"
            value="attach"
            className="button primary"
            disabled={pending}
          >
            {pending ? 'Attaching…' : 'Attach the evidence'}
          </button>
        </div>
      </details>
    </form>
  );
}
