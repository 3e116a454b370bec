'use client';

import type { FormAction } from '#forms/form-state';
import { DocumentFields } from '#ui/document-fields';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { useFormAction } from '#ui/use-form-action';
import { useTextLimit } from '#ui/use-text-limit';
import type { NewArticleField } from './schema';

export function NewArticleForm({
  action,
  id,
}: {
  action: FormAction<NewArticleField>;
  id: string;
}) {
  const [state, submit, pending] = useFormAction(action);
  const { checkSize, errors } = useTextLimit();
  const fieldErrors: typeof state.fieldErrors = errors ?? state.fieldErrors;

  return (
    <form action={submit} onSubmit={checkSize} className="form" noValidate>
      <ErrorSummary {...state} fieldErrors={fieldErrors} />
      <input type="hidden" name="id" value={id} />
      <Field
        name="text"
        label="Text of the article"
        hint="Paste it whole, up to 5 MB. The desk keeps this copy as it is."
        errors={fieldErrors.text}
      >
        {(control) => <textarea {...control} className="text" defaultValue={state.values.text} />}
      </Field>
      <Field
        name="title"
        label="Title"
        optional
        hint="Left empty, it is the first line of the text."
        errors={fieldErrors.title}
      >
        {(control) => <input {...control} defaultValue={state.values.title} />}
      </Field>
      <DocumentFields values={state.values} fieldErrors={fieldErrors} />
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          {pending ? 'Reading the article…' : 'Find the claims'}
        </button>
      </div>
    </form>
  );
}
