'use client';

import { MOST_UNASKED } from '#domain/claims/suggestion-choice';
import type { FormAction } from '#forms/form-state';
import { Choices } from '#ui/choices';
import { useFormAction } from '#ui/use-form-action';
import type { ChoiceField } from './schema';

/** Asks which suggestions of a text with very many statements are written. */
export function ChoiceForm({ action, found }: { action: FormAction<ChoiceField>; found: number }) {
  const [state, submit, pending] = useFormAction(action);
  const most = MOST_UNASKED.toLocaleString('en');
  const options = [
    ['mostWorth', `The ${most} most worth checking`],
    ['all', `All ${found.toLocaleString('en')}`],
    ['none', 'None: I add the claims myself'],
  ] as const;
  return (
    <form action={submit} aria-busy={pending}>
      <Choices
        name="choice"
        legend="Which statements should the desk suggest?"
        options={options}
        value={state.values.choice ?? 'mostWorth'}
        errors={state.fieldErrors.choice}
      />
      {state.formErrors.map((error) => (
        <p key={error} className="error" role="alert">
          {error}.
        </p>
      ))}
      <p className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          {pending ? 'Saving…' : 'Suggest these statements'}
        </button>
      </p>
    </form>
  );
}
