'use client';

import { useEffect, useState } from 'react';

/**
 * Copies a text; there only where the browser lets a page do so.
 *
 * @param label  for a person whose screen reader says only the button
 * @param failed  what to do where the browser refuses
 */
export function CopyButton({
  text,
  label,
  failed,
}: {
  text: string;
  label: string;
  failed: string;
}) {
  const [can, setCan] = useState(false);
  const [message, setMessage] = useState('');
  useEffect(() => setCan(typeof navigator.clipboard?.writeText === 'function'), []);
  if (!can) return null;
  return (
    <span className="copy-button">
      <button
        type="button"
        className="button small quiet"
        aria-label={label}
        onClick={() =>
          navigator.clipboard.writeText(text).then(
            () => setMessage('Copied'),
            () => setMessage(failed),
          )
        }
      >
        Copy
      </button>
      <span role="status" className="soft">
        {message}
      </span>
    </span>
  );
}
