'use client';

import type { FormAction } from '#forms/form-state';
import { useFormAction } from '#ui/use-form-action';

/** The button that reads an article again. */
export function ReadAgain({ action, look }: { action: FormAction<never>; look: '' | 'primary' }) {
  const [state, submit, pending] = useFormAction(action);
  return (
    <form action={submit} aria-busy={pending} className="read-again">
      <button type="submit" className={`button ${look}`} disabled={pending}>
        {pending ? 'Reading…' : 'Read again'}
      </button>
      {state.formErrors.length > 0 && (
        <p className="error" role="alert">
          {state.formErrors.join('. ')}.
        </p>
      )}
    </form>
  );
}
