'use client';

import { MAX_VIEW_NAME_LENGTH } from '#domain/search/saved-view';
import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { useFormAction } from '#ui/use-form-action';
import type { ViewField } from './schema';

/** Gives the list that is shown a name. */
export function SaveViewForm({
  action,
  id,
  query,
  mayShare,
}: {
  action: FormAction<ViewField>;
  id: string;
  query: string;
  mayShare: boolean;
}) {
  const [state, submit, pending] = useFormAction(action, { id, query });
  return (
    <form action={submit} className="save-view" aria-label="Save this view" noValidate>
      <ErrorSummary {...state} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="query" value={query} />
      <Field name="name" label="Name of the view" errors={state.fieldErrors.name}>
        {(control) => (
          <input
            {...control}
            maxLength={MAX_VIEW_NAME_LENGTH}
            autoComplete="off"
            defaultValue={state.values.name}
          />
        )}
      </Field>
      {mayShare && (
        <label className="share-view">
          <input
            type="checkbox"
            name="isOfDesk"
            value="yes"
            defaultChecked={state.values.isOfDesk === 'yes'}
          />
          For everybody at the desk
        </label>
      )}
      <button type="submit" className="button small primary" disabled={pending}>
        Save the view
      </button>
    </form>
  );
}
