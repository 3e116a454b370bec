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
        <strong>{text}</strong> The link is shown only once. Copy it now, and give it to this person
        in private.
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
