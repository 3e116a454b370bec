'use client';

import { useEffect, useId, useRef } from 'react';
import { CopyButton } from '#ui/copy-button';

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
      {isOfThisComputer(address) && (
        <p>
          The link works only on this computer. So that it works on others, start the desk with
          PUBLIC_URL, the address at which they open it, and create the link again.
        </p>
      )}
      <input
        ref={field}
        aria-label="The link"
        aria-describedby={textId}
        readOnly
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton
        text={address}
        label="Copy to the clipboard"
        failed="Not copied. Select the link and copy it yourself."
      />
    </div>
  );
}

const isOfThisComputer = (address: string) =>
  /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(new URL(address).hostname);
