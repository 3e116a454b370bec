'use client';

import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { useFormAction } from '#ui/use-form-action';

/** The button that verifies; a large desk takes seconds, so it says that it is at work. */
export function VerifyForm({ action }: { action: FormAction<never> }) {
  const [state, verify, isPending] = useFormAction(action);
  return (
    <form action={verify}>
      <ErrorSummary {...state} />
      <button type="submit" className="button primary" aria-disabled={isPending}>
        {isPending ? 'Verifying…' : 'Verify now'}
      </button>
    </form>
  );
}
