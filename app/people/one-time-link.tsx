'use client';

import { useEffect, useId, useRef } from 'react';

/** A link that is shown once, to be copied and handed over. It takes the focus, selected, to be copied. */
export function OneTimeLink({ address, text }: { address: string; text: string }) {
  const field = useRef<HTMLInputElement>(null);
  const textId = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another link takes the focus again
  useEffect(() => field.current?.focus(), [address]);
  return (
    <div className="notice one-time-link" role="status">
      <p id={textId}>
        <strong>{text}</strong> It is shown this once: copy it now, and hand it over in person or by
        a message that only they read.
      </p>
      <input
        ref={field}
        aria-label="The link"
        aria-describedby={textId}
        readOnly
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  );
}
