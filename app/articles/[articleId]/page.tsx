import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { countByStatus, listClaimStarts, listClaimsInText } from '#data/claims/claims';
import { findUnreadArticle } from '#data/documents/articles';
import { findReading } from '#data/readings/readings';
import { findLastReading } from '#data/readings/reread';
import { listRatings } from '#data/review/ratings';
import { CLAIM_STATUSES } from '#domain/claims/claim';
import { STATUS_LABELS } from '#domain/claims/labels';
import { dayInWords } from '#domain/day';
import { isPermitted, type Permission } from '#domain/people/permission';
import { partAt, toParts } from '#domain/texts/annotation';
import { ENGINE_VERSION } from '#engine/extract';
import { toCount, toId } from '#http/query';
import { takeStep } from '#review/actions';
import { Link } from '#ui/link';
import { AnnotatedText } from './annotated-text';
import { ArticleKeys } from './article-keys';
import { findArticleOf } from './article-of';
import { ClaimCard } from './claim-card';
import { CopyNotice } from './copy-notice';
import { readAgain } from './read-again/actions';
import { ReadAgain } from './read-again/read-again';
import { ReadingNotices } from './read-again/reading-notices';
import { ReadingProgress } from './reading-progress';
import { SelectionBar } from './selection-bar';
import './article.css';

export async function generateMetadata({
  params,
}: PageProps<'/articles/[articleId]'>): Promise<Metadata> {
  await permitted('desk.read');
  const article = await findArticleOf((await params).articleId);
  return { title: article?.title ?? 'No such article' };
}

export default async function ArticlePage({
  params,
  searchParams,
}: PageProps<'/articles/[articleId]'>) {
  const { role } = await permitted('desk.read');
  const may = (permission: Permission) => isPermitted(role, permission);
  const [{ articleId }, { part, at, read, held }] = await Promise.all([params, searchParams]);
  const article = await findArticleOf(articleId);
  if (!article) {
    if (await findUnreadArticle(toId(articleId) ?? '')) redirect(`/articles/${articleId}/reading`);
    notFound();
  }

  const { text } = article.capture;
  const counts = await countByStatus(article.id);
  const parts = toParts(text, listClaimStarts(article.capture.id));
  const place = toCount(at);
  const asked = place === null ? (toCount(part) ?? 1) - 1 : partAt(parts, place);
  const number = Math.min(Math.max(asked, 0), parts.length - 1);
  const span = parts[number] ?? { start: 0, end: 0 };
  const [claims, ratings, last, reading] = await Promise.all([
    listClaimsInText(article.capture.id, span),
    listRatings(),
    findLastReading(article.id),
    findReading(article.id),
  ]);
  const isAtRest = !reading || reading.state === 'done' || reading.state === 'failed';
  const readThisAgain = readAgain.bind(null, article.id, number + 1);
  const readBy = last?.engineVersion ?? ENGINE_VERSION;
  const answers = new Map(ratings.map((rating) => [rating.key, rating]));
  const toPart = (to: number) => `/articles/${article.id}?part=${to + 1}` as const;

  return (
    <main id="main" className="article">
      <p className="crumbs">
        <Link href="/articles">Articles</Link>
      </p>
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
          {!article.publishedOn && (
            <p className="soft">
              The article has no publication date. Without it, the desk cannot tell which day “on
              Friday” means.{' '}
              {may('article.edit') && (
                <Link href={`/articles/${article.id}/edit`}>Enter the publication date</Link>
              )}
            </p>
          )}
        </div>
        <div className="actions">
          {may('article.edit') && (
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
          {may('article.readAgain') && readBy === ENGINE_VERSION && isAtRest && (
            <ReadAgain action={readThisAgain} look="" />
          )}
        </div>
      </div>

      {held === 'yes' && (
        <p className="notice" role="status">
          The desk already has this article. If the article changed, add a new copy.
        </p>
      )}
      <ul className="counts" aria-label="Claims by status">
        {CLAIM_STATUSES.filter((status) => counts[status]).map((status) => (
          <li key={status}>
            <Link href={`/claims?article=${article.id}&status=${status}`}>
              <span className="badge num" data-tone={status}>
                {counts[status]} {STATUS_LABELS[status].toLowerCase()}
              </span>
            </Link>
          </li>
        ))}
      </ul>

      <CopyNotice articleId={article.id} mayPlace={may('article.readAgain')} />
      {reading && <ReadingProgress reading={reading} mayChoose={may('article.readAgain')} />}
      <ReadingNotices
        done={read === 'again' && isAtRest ? (last?.again ?? null) : null}
        readBy={readBy}
        engineVersion={ENGINE_VERSION}
        language={article.language}
        action={may('article.readAgain') && isAtRest ? readThisAgain : null}
      />

      <div className="desk">
        <section className="reading" aria-label="Text of the article">
          {parts.length > 1 && <PartLinks number={number} of={parts.length} toPart={toPart} />}
          <AnnotatedText
            text={text}
            language={article.language}
            span={span}
            claims={claims}
            answers={answers}
          />
          {parts.length > 1 && <PartLinks number={number} of={parts.length} toPart={toPart} />}
          {may('claim.make') && (
            <p className="soft mark-by-hand">
              Is a claim missing? Select its words in the text, or{' '}
              <Link href={`/articles/${article.id}/claims/new`}>type the words of a new claim</Link>
              .
            </p>
          )}
        </section>

        <section className="cards" aria-labelledby="cards-title">
          <h2 id="cards-title">
            Claims in this {parts.length > 1 ? 'part' : 'article'}
            <span className="keys-hint soft">
              {' '}
              <kbd>?</kbd> shows all keys
            </span>
          </h2>
          {claims.length === 0 ? (
            <div className="empty">
              <p>The desk found no claims here. To add a claim, select its words in the text.</p>
            </div>
          ) : (
            <ol>
              {claims.map((claim) => (
                <li key={claim.id}>
                  <ClaimCard
                    claim={claim}
                    rating={claim.ratingKey ? (answers.get(claim.ratingKey) ?? null) : null}
                    action={may('claim.accept') ? takeStep : null}
                  />
                </li>
              ))}
            </ol>
          )}
        </section>
      </div>
      {may('claim.make') && <SelectionBar articleId={article.id} />}
      <ArticleKeys />
    </main>
  );
}

function PartLinks({
  number,
  of,
  toPart,
}: {
  number: number;
  of: number;
  toPart: (to: number) => `/articles/${string}?part=${number}`;
}) {
  return (
    <nav className="pages" aria-label="Parts of the article">
      {number > 0 && <Link href={toPart(number - 1)}>Part {number}</Link>}
      <span className="soft">
        Part {number + 1} of {of}
      </span>
      {number < of - 1 && <Link href={toPart(number + 1)}>Part {number + 2}</Link>}
    </nav>
  );
}
