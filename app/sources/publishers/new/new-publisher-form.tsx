'use client';

import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { useFormAction } from '#ui/use-form-action';
import { PublisherFields } from '../publisher-fields';
import type { NewPublisherField } from '../schema';

export function NewPublisherForm({
  action,
  id,
}: {
  action: FormAction<NewPublisherField>;
  id: string;
}) {
  const [state, submit, pending] = useFormAction(action);
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <input type="hidden" name="id" value={id} />
      <PublisherFields {...state} />
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          Add the publisher
        </button>
      </div>
    </form>
  );
}
