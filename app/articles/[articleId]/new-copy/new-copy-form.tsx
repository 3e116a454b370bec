'use client';

import { claimCode } from '#domain/claim';
import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { useFormAction } from '#ui/use-form-action';
import type { NewCopyField } from './schema';

/** The claims whose words stand in the new copy, to be confirmed. */
export function NewCopyForm({
  action,
  to,
  claims,
}: {
  action: FormAction<NewCopyField>;
  to: string;
  claims: readonly {
    readonly id: string;
    readonly number: number;
    readonly text: string;
    readonly revision: number;
    readonly isMoved: boolean;
  }[];
}) {
  const [state, submit, pending] = useFormAction(action);
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <input type="hidden" name="to" value={to} />
      <fieldset className="field">
        <legend>
          {claims.length === 0
            ? 'No claim is for certain in the new copy'
            : 'Letter for letter in the new copy: attached to it, where ticked'}
        </legend>
        <div className="placed-claims">
          {claims.map(({ id, number, text, revision, isMoved }) => (
            <label key={id} className="choice">
              <input type="checkbox" name="claim" value={`${id}:${revision}`} defaultChecked />
              <span>
                <span className="code">{claimCode(number)}</span> {text}
              </span>
              <small>{isMoved ? 'moved to another place' : 'at the same place'}</small>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          {pending ? 'Reading the new copy…' : 'Go over to the new copy'}
        </button>
      </div>
    </form>
  );
}
