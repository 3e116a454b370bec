'use client';

import type { FormAction } from '#forms/form-state';
import { useFormAction } from '#ui/use-form-action';

/** The button that has a reading tried again that failed. */
export function TryAgain({ action }: { action: FormAction<never> }) {
  const [, submit, pending] = useFormAction(action);
  return (
    <form action={submit} aria-busy={pending}>
      <button type="submit" className="button" disabled={pending}>
        {pending ? 'Reading…' : 'Try again'}
      </button>
    </form>
  );
}
