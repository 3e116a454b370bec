'use client';

import type { FormAction, FormState } from '#forms/form-state';
import { DocumentInputFields } from '#ui/document-input-fields';
import { ErrorSummary } from '#ui/error-summary';
import { useFormAction } from '#ui/use-form-action';
import { useSizeLimits } from '#ui/use-size-limits';
import type { TakeCaptureField } from './schema';

export function TakeCaptureForm({
  action,
  id,
  values,
}: {
  action: FormAction<TakeCaptureField>;
  id: string;
  values: FormState<TakeCaptureField>['values'];
}) {
  const [state, submit, pending] = useFormAction(action, values);
  const { checkSize, errors } = useSizeLimits();
  const fieldErrors: typeof state.fieldErrors = errors ?? state.fieldErrors;
  return (
    <form action={submit} onSubmit={checkSize} className="form" noValidate>
      <ErrorSummary {...state} fieldErrors={fieldErrors} />
      <input type="hidden" name="id" value={id} />
      <DocumentInputFields of="the document" values={state.values} fieldErrors={fieldErrors} />
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          {pending ? 'Adding the copy…' : 'Add the copy'}
        </button>
      </div>
    </form>
  );
}
