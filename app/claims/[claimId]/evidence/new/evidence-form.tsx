'use client';

import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Select } from '#ui/select';
import { useFormAction } from '#ui/use-form-action';
import { useTextLimit } from '#ui/use-text-limit';
import { StatementFields } from '../statement-fields';
import type { NewEvidenceField } from './schema';

export function EvidenceForm({
  action,
  id,
  sources,
}: {
  action: FormAction<NewEvidenceField>;
  id: string;
  sources: readonly { id: string; title: string; publisher: string | null }[];
}) {
  const [state, submit, pending] = useFormAction(action);
  const { checkSize, errors } = useTextLimit();
  const { values } = state;
  const fieldErrors: typeof state.fieldErrors = errors ?? state.fieldErrors;

  return (
    <form action={submit} onSubmit={checkSize} className="form evidence-form" noValidate>
      <ErrorSummary {...state} fieldErrors={fieldErrors} />
      <input type="hidden" name="id" value={id} />
      <fieldset className="form">
        <legend className="section-legend">The source</legend>
        {sources.length > 0 && (
          <Field name="source" label="Source" errors={fieldErrors.source}>
            {(control) => (
              <Select
                {...control}
                value={values.source}
                empty="A new source"
                options={sources.map(({ id: each, title, publisher }) => [
                  each,
                  publisher ? `${title}, ${publisher}` : title,
                ])}
              />
            )}
          </Field>
        )}
        <div className="form new-source">
          <Field name="title" label="Title" errors={fieldErrors.title}>
            {(control) => <input {...control} defaultValue={values.title} />}
          </Field>
          <div className="pair">
            <Field name="publisher" label="Publisher" optional errors={fieldErrors.publisher}>
              {(control) => <input {...control} defaultValue={values.publisher} />}
            </Field>
            <Field
              name="publishedOn"
              label="Published on"
              optional
              hint="Year-month-day"
              errors={fieldErrors.publishedOn}
            >
              {(control) => (
                <input {...control} placeholder="2025-05-01" defaultValue={values.publishedOn} />
              )}
            </Field>
          </div>
          <Field name="url" label="Address" optional errors={fieldErrors.url}>
            {(control) => (
              <input {...control} type="url" inputMode="url" defaultValue={values.url} />
            )}
          </Field>
          <Field
            name="text"
            label="Text of the source"
            hint="Paste it whole. The desk keeps this copy with its SHA-256, whatever becomes of the page."
            errors={fieldErrors.text}
          >
            {(control) => <textarea {...control} className="text" defaultValue={values.text} />}
          </Field>
        </div>
      </fieldset>
      <fieldset className="form">
        <legend className="section-legend">What it says about the claim</legend>
        <StatementFields values={values} fieldErrors={fieldErrors} />
      </fieldset>
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          Attach the evidence
        </button>
      </div>
    </form>
  );
}
