'use client';

import type { FormAction, FormState } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { Revision } from '#ui/revision';
import { useFormAction } from '#ui/use-form-action';
import { PublisherFields } from '../publisher-fields';
import type { PublisherField } from '../schema';

export function PublisherForm({
  action,
  values,
}: {
  action: FormAction<PublisherField>;
  values: FormState<PublisherField>['values'];
}) {
  const [state, submit, pending] = useFormAction(action, values);
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <Revision value={state.values.revision} />
      <PublisherFields {...state} />
      <div className="actions">
        <button
          type="submit"
          name="step"
          value="save"
          className="button primary"
          disabled={pending}
        >
          Save the publisher
        </button>
        <button
          type="submit"
          name="step"
          value="remove"
          className="button danger"
          disabled={pending}
        >
          Remove the publisher
        </button>
      </div>
    </form>
  );
}
