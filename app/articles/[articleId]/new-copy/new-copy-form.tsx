'use client';

import { claimCode } from '#domain/claims/claim';
import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { useFormAction } from '#ui/use-form-action';
import type { AttachToCaptureField } from './schema';

/** The claims whose words stand in a copy, to be confirmed. */
export function AttachToCaptureForm({
  action,
  to,
  isNewer,
  claims,
  others,
}: {
  action: FormAction<AttachToCaptureField>;
  /** The copy. */
  to: string;
  /** Whether another copy is read until now. */
  isNewer: boolean;
  claims: readonly {
    readonly id: string;
    readonly number: number;
    readonly text: string;
    readonly revision: number;
    readonly isMoved: boolean;
  }[];
  /** How many more claims there are than are listed. */
  others: number;
}) {
  const [state, submit, pending] = useFormAction(action);
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="listed" value={claims.map(({ id }) => id).join(' ')} />
      <fieldset className="field">
        <legend>
          {claims.length === 0
            ? 'The new copy has the exact words of no claim'
            : `The ${isNewer ? 'new' : 'current'} copy has the exact words of these claims. Tick the claims to attach.`}
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
          {others > 0 && (
            <label className="choice">
              <input type="checkbox" name="others" value="yes" defaultChecked />
              <span>
                {others === 1 ? 'One more claim' : `${others.toLocaleString('en')} more claims`},
                not listed here
              </span>
            </label>
          )}
        </div>
      </fieldset>
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          {isNewer
            ? pending
              ? 'Reading the new copy…'
              : 'Switch to the new copy'
            : pending
              ? 'Attaching the claims…'
              : 'Attach the claims'}
        </button>
      </div>
    </form>
  );
}
