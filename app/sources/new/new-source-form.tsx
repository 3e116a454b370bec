'use client';

import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { NewSourceFields } from '#ui/new-source-fields';
import { useFormAction } from '#ui/use-form-action';
import { useSizeLimits } from '#ui/use-size-limits';
import type { NewSourceFormField } from './schema';

export function NewSourceForm({
  action,
  id,
}: {
  action: FormAction<NewSourceFormField>;
  id: string;
}) {
  const [state, submit, pending] = useFormAction(action);
  const { checkSize, errors } = useSizeLimits();
  const fieldErrors: typeof state.fieldErrors = errors ?? state.fieldErrors;
  return (
    <form action={submit} onSubmit={checkSize} className="form" noValidate>
      <ErrorSummary {...state} fieldErrors={fieldErrors} />
      <input type="hidden" name="id" value={id} />
      <NewSourceFields values={state.values} fieldErrors={fieldErrors} />
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          {pending ? 'Adding the source…' : 'Add the source'}
        </button>
      </div>
    </form>
  );
}
