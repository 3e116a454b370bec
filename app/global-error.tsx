'use client';

import { unavailableBy, unavailableInWords } from '#domain/unavailable';

/** Shown when even the frame of the page broke, so without the desk's style. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const unavailable = unavailableBy(error);
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <html lang="en">
      <body>
        <main>
          <h1>The desk could not be shown</h1>
          <p>
            {unavailable
              ? `${unavailableInWords(unavailable)}. Go back: your text is still in the form.`
              : 'Nothing was changed. Try again in a moment.'}
          </p>
          {digest && !unavailable && <p>If you report the problem, quote {digest}.</p>}
          <button type="button" onClick={retry}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
