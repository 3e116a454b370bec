'use client';

/** Shown when even the frame of the page broke, so without the desk's style. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <main>
          <h1>The desk could not be shown</h1>
          <p>Nothing was changed. Try again in a moment.</p>
          <button type="button" onClick={retry}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
