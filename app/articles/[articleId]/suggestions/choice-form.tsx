'use client';

import { MOST_UNASKED } from '#domain/suggestion-choice';
import type { FormAction } from '#forms/form-state';
import { useFormAction } from '#ui/use-form-action';
import type { ChoiceField } from './schema';

/** Asks which suggestions of a text with very many statements are written. */
export function ChoiceForm({ action, found }: { action: FormAction<ChoiceField>; found: number }) {
  const [state, submit, pending] = useFormAction(action);
  const most = MOST_UNASKED.toLocaleString('en');
  const options = [
    ['mostWorth', `The ${most} most worth checking`],
    ['all', `All ${found.toLocaleString('en')}`],
    ['none', 'None: I mark the claims myself'],
  ] as const;
  return (
    <form action={submit} aria-busy={pending} className="form">
      <fieldset>
        <legend>Which suggestions should the desk write?</legend>
        <div className="choices">
          {options.map(([value, label]) => (
            <label key={value} className="choice">
              <input
                type="radio"
                name="choice"
                value={value}
                defaultChecked={value === (state.values.choice ?? 'mostWorth')}
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      {[...(state.fieldErrors.choice ?? []), ...state.formErrors].map((error) => (
        <p key={error} className="error" role="alert">
          {error}.
        </p>
      ))}
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          {pending ? 'Writing…' : 'Write them'}
        </button>
      </div>
    </form>
  );
}
