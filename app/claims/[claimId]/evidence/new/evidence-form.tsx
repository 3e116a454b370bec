'use client';

import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { NewSourceFields } from '#ui/new-source-fields';
import { Select } from '#ui/select';
import { useFormAction } from '#ui/use-form-action';
import { useSizeLimits } from '#ui/use-size-limits';
import { StatementFields } from '../statement-fields';
import type { NewEvidenceField } from './schema';

export function EvidenceForm({
  action,
  id,
  newSourceId,
  sources,
}: {
  action: FormAction<NewEvidenceField>;
  id: string;
  newSourceId: string;
  sources: readonly { id: string; title: string; publisher: string | null }[];
}) {
  const [state, submit, pending] = useFormAction(action);
  const { checkSize, errors } = useSizeLimits();
  const { values } = state;
  const fieldErrors: typeof state.fieldErrors = errors ?? state.fieldErrors;

  return (
    <form action={submit} onSubmit={checkSize} className="form evidence-form" noValidate>
      <ErrorSummary {...state} fieldErrors={fieldErrors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="newSource" value={newSourceId} />
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
          <NewSourceFields values={values} fieldErrors={fieldErrors} />
        </div>
      </fieldset>
      <fieldset className="form">
        <legend className="section-legend">What the source says about the claim</legend>
        <StatementFields
          values={values}
          fieldErrors={fieldErrors}
          quoteHint="The exact words of the source about the claim. If you leave the quote empty, you select the words in the desk’s copy on the next page."
        />
      </fieldset>
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          Attach the evidence
        </button>
      </div>
    </form>
  );
}
