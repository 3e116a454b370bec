'use client';

import type { FormAction } from '#forms/form-state';
import { DocumentInputFields } from '#ui/document-input-fields';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { PublishedOnField } from '#ui/source-fields';
import { SpeakerField } from '#ui/speaker-field';
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
      <PublishedOnField
        values={state.values}
        fieldErrors={fieldErrors}
        hint="The desk needs this day to tell which day “on Friday” means. The desk often finds it on a web page."
      />
      <Field
        name="title"
        label="Title"
        optional
        hint="If you leave the title empty, the desk takes it from the page, the file or the first line of the text."
        errors={fieldErrors.title}
      >
        {(control) => <input {...control} defaultValue={state.values.title} />}
      </Field>
      <details className="more-fields" open={hasMore(state.values) || hasMore(fieldErrors)}>
        <summary>Publisher, author, speaker</summary>
        <div className="pair">
          <Field name="publisher" label="Publisher" optional errors={fieldErrors.publisher}>
            {(control) => <input {...control} defaultValue={state.values.publisher} />}
          </Field>
          <Field name="author" label="Author" optional errors={fieldErrors.author}>
            {(control) => <input {...control} defaultValue={state.values.author} />}
          </Field>
        </div>
        <SpeakerField values={state.values} fieldErrors={fieldErrors} />
      </details>
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          {pending ? 'Reading the article…' : 'Find the claims'}
        </button>
      </div>
    </form>
  );
}

const MORE = ['publisher', 'author', 'speaker'] as const;

/** Whether a folded field has something in it, or is refused: then it is shown. */
const hasMore = (fields: { readonly [Field in (typeof MORE)[number]]?: unknown }) =>
  MORE.some((name) => Boolean(fields[name]));
