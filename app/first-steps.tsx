import { cut } from '#domain/text';
import { Link } from '#ui/link';

/** For a desk where nobody has decided anything yet: where to begin. */
export function FirstSteps({
  suggested,
  article,
  canCheck,
}: {
  suggested: number;
  article: { readonly id: string; readonly title: string } | null;
  canCheck: boolean;
}) {
  if (!article) {
    return (
      <section className="first-steps notice" aria-labelledby="first-steps">
        <h2 id="first-steps">The desk is empty</h2>
        <p>
          {canCheck
            ? 'Paste the first article, and the desk finds the claims in it.'
            : 'Articles come here as soon as somebody who checks adds one.'}
        </p>
        {canCheck && (
          <Link className="button primary" href="/articles/new">
            New article
          </Link>
        )}
      </section>
    );
  }
  return (
    <section className="first-steps notice" aria-labelledby="first-steps">
      <h2 id="first-steps">
        {suggested.toLocaleString('en')} {suggested === 1 ? 'suggestion waits' : 'suggestions wait'}{' '}
        to be looked at
      </h2>
      <p>
        {canCheck
          ? 'Accept what is worth checking and dismiss the rest. What you accept appears below, to be taken, checked and approved.'
          : 'Once somebody who checks accepts them, they appear below.'}
      </p>
      <Link className="button primary" href={`/articles/${article.id}`}>
        Open “{shorten(article.title)}”
      </Link>
    </section>
  );
}

const shorten = (title: string) => (title.length > 60 ? `${cut(title, 59).trimEnd()}…` : title);
