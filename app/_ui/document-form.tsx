'use client';

import type { Day } from '#domain/day';
import type { ArticleField } from '#forms/document-details';
import type { FormAction, FormState } from '#forms/form-state';
import { DocumentFields } from './document-fields';
import { ErrorSummary } from './error-summary';
import { Field } from './field';
import { Revision } from './revision';
import { SpeakerField } from './speaker-field';
import { useFormAction } from './use-form-action';

/** Corrects what the desk knows of an article. */
export function DocumentForm({
  action,
  values,
  button,
  busy = button,
  fileDay = null,
}: {
  action: FormAction<ArticleField>;
  values: FormState<ArticleField>['values'];
  button: string;
  /** What the button says while it works. */
  busy?: string;
  /** The day that the file of the article gives as its own. */
  fileDay?: Day | null;
}) {
  const [state, submit, pending] = useFormAction(action, values);
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <Revision value={state.values.revision} />
      <Field name="title" label="Title" errors={state.fieldErrors.title}>
        {(control) => <input {...control} defaultValue={state.values.title} />}
      </Field>
      <DocumentFields {...state} fileDay={fileDay} />
      <SpeakerField {...state} />
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          {pending ? busy : button}
        </button>
      </div>
    </form>
  );
}
