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
            ? 'Paste the first article. The desk finds the claims in it.'
            : 'Articles appear here after a checker adds the first article.'}
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
        {suggested.toLocaleString('en')} {suggested === 1 ? 'suggestion' : 'suggestions'} to decide
      </h2>
      <p>
        {canCheck
          ? 'Accept the suggestions that are worth checking, and dismiss the others. Accepted claims appear below. Then take, check and submit them.'
          : 'A claim appears below after a checker accepts its suggestion.'}
      </p>
      <Link className="button primary" href={`/articles/${article.id}`}>
        Open “{shorten(article.title)}”
      </Link>
    </section>
  );
}

const shorten = (title: string) => (title.length > 60 ? `${cut(title, 59).trimEnd()}…` : title);
