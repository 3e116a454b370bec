'use client';

import { useActionState } from 'react';

/** The button that verifies; a large desk takes seconds, so it says that it is at work. */
export function VerifyForm({ action }: { action: () => Promise<null> }) {
  const [, verify, isPending] = useActionState(action, null);
  return (
    <form action={verify}>
      <button type="submit" className="button primary" aria-disabled={isPending}>
        {isPending ? 'Verifying…' : 'Verify now'}
      </button>
    </form>
  );
}
