'use client';

import type { FormAction } from '#forms/form-state';
import { DocumentFields } from '#ui/document-fields';
import { DocumentInputFields } from '#ui/document-input-fields';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { useFormAction } from '#ui/use-form-action';
import { useSizeLimits } from '#ui/use-size-limits';
import type { NewArticleField } from './schema';

export function NewArticleForm({
  action,
  id,
}: {
  action: FormAction<NewArticleField>;
  id: string;
}) {
  const [state, submit, pending] = useFormAction(action);
  const { checkSize, errors } = useSizeLimits();
  const fieldErrors: typeof state.fieldErrors = errors ?? state.fieldErrors;

  return (
    <form action={submit} onSubmit={checkSize} className="form" noValidate>
      <ErrorSummary {...state} fieldErrors={fieldErrors} />
      <input type="hidden" name="id" value={id} />
      <DocumentInputFields of="the article" values={state.values} fieldErrors={fieldErrors} />
      <Field
        name="title"
        label="Title"
        optional
        hint="If you leave the title empty, the desk takes it from the page, the file or the first line of the text."
        errors={fieldErrors.title}
      >
        {(control) => <input {...control} defaultValue={state.values.title} />}
      </Field>
      <DocumentFields values={state.values} fieldErrors={fieldErrors} hasAddress={false} />
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          {pending ? 'Reading the article…' : 'Find the claims'}
        </button>
      </div>
    </form>
  );
}
