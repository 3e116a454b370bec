'use client';

import { Link } from '#ui/link';

/** Shown in place of a page that broke. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <main id="main" className="small">
      <h1>This page could not be shown</h1>
      <p className="lede">Nothing was changed. Try again, or go back to the articles.</p>
      {digest && <p className="soft">If you report it, quote {digest}.</p>}
      <p className="actions">
        <button type="button" className="button primary" onClick={retry}>
          Try again
        </button>
        <Link href="/articles">All articles</Link>
      </p>
    </main>
  );
}
