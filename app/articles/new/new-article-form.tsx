'use client';

import { type FormEvent, useState } from 'react';
import { byteLength, MAX_TEXT_BYTES, tooLongInWords } from '#domain/text';
import type { FormAction } from '#forms/form-state';
import { DocumentFields } from '#ui/document-fields';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { useFormAction } from '#ui/use-form-action';
import type { NewArticleField } from './schema';

export function NewArticleForm({
  action,
  id,
}: {
  action: FormAction<NewArticleField>;
  id: string;
}) {
  const [state, submit, pending] = useFormAction(action);
  const [tooLong, setTooLong] = useState<string | null>(null);
  const fieldErrors = tooLong ? { text: [tooLong] } : state.fieldErrors;

  // Said before sending: a long text takes a while to travel only to be refused.
  function checkSize(event: FormEvent<HTMLFormElement>) {
    const bytes = byteLength(String(new FormData(event.currentTarget).get('text') ?? ''));
    const over = bytes > MAX_TEXT_BYTES;
    if (over) event.preventDefault();
    setTooLong(over ? tooLongInWords(bytes) : null);
  }

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
