'use client';

import { useEffect, useState } from 'react';

/** Copies a sentence; there only where the browser lets a page do so. */
export function CopyButton({ text }: { text: string }) {
  const [can, setCan] = useState(false);
  const [message, setMessage] = useState('');
  useEffect(() => setCan(typeof navigator.clipboard?.writeText === 'function'), []);
  if (!can) return null;
  return (
    <span className="copy-sentence">
      <button
        type="button"
        className="button small quiet"
        aria-label={`Copy the sentence: ${text}`}
        onClick={() =>
          navigator.clipboard.writeText(text).then(
            () => setMessage('Copied'),
            () => setMessage('Not copied. Select the sentence and copy it yourself.'),
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
