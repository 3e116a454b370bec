import type { ArticleStanding } from '#data/documents/article-plan';
import type { Article } from '#data/documents/articles';
import { dayInWords } from '#domain/day';
import { Link } from '#ui/link';
import { ReadAgain } from './read-again/read-again';

/** The title of an article, what is known of it, and what can be done with it. */
export function ArticleHead({
  article,
  standing,
  mayEdit,
  readAgain,
}: {
  article: Article;
  standing: ArticleStanding;
  mayEdit: boolean;
  /** Null while it is read, for who may not, and where a notice offers it already. */
  readAgain: Parameters<typeof ReadAgain>[0]['action'] | null;
}) {
  return (
    <div className="page-head">
      <div>
        <h1>{article.title}</h1>
        <p className="lede">
          {[
            article.publisher,
            article.author,
            article.publishedOn && dayInWords(article.publishedOn),
          ]
            .filter(Boolean)
            .join(', ')}
          {article.url && (
            <>
              {' '}
              <a href={article.url} rel="noreferrer">
                Original
              </a>
            </>
          )}
        </p>
        {standing.sample && (
          <p className="soft">
            This is the sample story. Its publication date is set for the sample. Once the desk has
            another article, the sample stays under Articles, but its claims are in no list and no
            number of the desk.
          </p>
        )}
        {(standing.assignee || standing.dueOn) && (
          <p className="soft">
            {[
              standing.assignee && `Assigned to ${standing.assignee}`,
              standing.dueOn && `Due ${dayInWords(standing.dueOn)}`,
            ]
              .filter(Boolean)
              .join('. ')}
          </p>
        )}
        {standing.archivedAt && (
          <p className="notice">
            This article is archived: its claims are in no list and no number.
          </p>
        )}
        {!article.publishedOn && (
          <p className="soft">
            The article has no publication date. Without it, the desk cannot tell which day “on
            Friday” means.{' '}
            {mayEdit && (
              <Link href={`/articles/${article.id}/edit`}>Enter the publication date</Link>
            )}
          </p>
        )}
      </div>
      <div className="actions">
        {mayEdit && (
          <Link className="button" href={`/articles/${article.id}/edit`}>
            Edit details
          </Link>
        )}
        <Link className="button" href={`/claims?article=${article.id}`}>
          List of claims
        </Link>
        <Link className="button" href={`/sources/${article.id}`}>
          Copies
        </Link>
        {readAgain && <ReadAgain action={readAgain} look="" />}
      </div>
    </div>
  );
}
