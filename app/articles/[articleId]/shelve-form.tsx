'use client';

import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { useFormAction } from '#ui/use-form-action';
import type { ShelveField } from './shelve-schema';

/** Takes an article out of lists and numbers, or back; and removes it while that is possible. */
export function ShelveForm({
  action,
  isArchived,
  isRemovable,
}: {
  action: FormAction<ShelveField>;
  isArchived: boolean;
  isRemovable: boolean;
}) {
  const [state, submit, pending] = useFormAction(action);
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <p className="hint">
        {isArchived
          ? 'The article is archived: its claims are in no list and no number. The record has it.'
          : 'An archived article and its claims are in no list and no number. The record keeps it, and you can take it back.'}
        {isRemovable &&
          ' No claim of this article is decided, so you can also remove the article: it then has no page any more.'}
      </p>
      <div className="actions">
        <button
          type="submit"
          className="button"
          name="step"
          value={isArchived ? 'unarchive' : 'archive'}
          disabled={pending}
        >
          {isArchived ? 'Take back from the archive' : 'Archive the article'}
        </button>
        {isRemovable && (
          <button
            type="submit"
            className="button danger"
            name="step"
            value="remove"
            disabled={pending}
          >
            Remove the article
          </button>
        )}
      </div>
    </form>
  );
}
