'use client';

import { unavailableBy, unavailableInWords } from '#domain/unavailable';
import { Link } from '#ui/link';

/** Shown in place of a page that broke, or that could not save what was asked for. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const unavailable = unavailableBy(error);
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <main id="main" className="small">
      <h1>{unavailable ? 'The desk cannot save this now' : 'This page could not be shown'}</h1>
      <p className="lede">
        {unavailable
          ? `${unavailableInWords(unavailable)}. Go back: your text is still in the form.`
          : 'Nothing was changed. Try again, or go back to the articles.'}
      </p>
      {digest && !unavailable && <p className="soft">If you report the problem, quote {digest}.</p>}
      <p className="actions">
        <button type="button" className="button primary" onClick={retry}>
          Try again
        </button>
        <Link href="/articles">All articles</Link>
      </p>
    </main>
  );
}
