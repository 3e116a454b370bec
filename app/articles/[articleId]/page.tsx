import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { permitted } from '#accounts/permitted';
import { type Claim, countByStatus, listClaimStarts, listClaimsInText } from '#data/claims/claims';
import { type Article, findUnreadArticle } from '#data/documents/articles';
import { findReading } from '#data/readings/readings';
import { findLastReading } from '#data/readings/reread';
import { listRatings } from '#data/review/ratings';
import { CLAIM_STATUSES } from '#domain/claims/claim';
import { STATUS_LABELS } from '#domain/claims/labels';
import { isPermitted, type Permission } from '#domain/people/permission';
import type { Rating } from '#domain/review/rating';
import { partAt, type Span, toParts } from '#domain/texts/annotation';
import { ENGINE_VERSION } from '#engine/extract';
import { toCount, toId } from '#http/query';
import { takeReviewStep } from '#review/actions';
import { Link } from '#ui/link';
import { AnnotatedText } from './annotated-text';
import { ArticleHead } from './article-head';
import { ArticleKeys } from './article-keys';
import { findArticleOf } from './article-of';
import { ClaimCard } from './claim-card';
import { NewerCaptureMessage } from './newer-capture-message';
import { readAgain } from './read-again/actions';
import { ReadingMessages } from './read-again/reading-messages';
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
  const [{ articleId }, query] = await Promise.all([params, searchParams]);
  const article = await findArticleOf(articleId);
  if (!article) {
    if (await findUnreadArticle(toId(articleId) ?? '')) redirect(`/articles/${articleId}/reading`);
    notFound();
  }

  const shown = partOf(article, query);
  const [claims, ratings, last, reading] = await Promise.all([
    listClaimsInText(article.capture.id, shown.span),
    listRatings(),
    findLastReading(article.id),
    findReading(article.id),
  ]);
  const isAtRest = !reading || reading.state === 'done' || reading.state === 'failed';
  const mayReadAgain = may('article.readAgain');
  const readAgainHere =
    mayReadAgain && isAtRest ? readAgain.bind(null, article.id, shown.number + 1) : null;
  const readBy = last?.engineVersion ?? ENGINE_VERSION;
  const answers = new Map(ratings.map((rating) => [rating.key, rating]));

  return (
    <main id="main" className="article">
      <p className="crumbs">
        <Link href="/articles">Articles</Link>
      </p>
      <ArticleHead
        article={article}
        mayEdit={may('article.edit')}
        readAgain={readBy === ENGINE_VERSION ? readAgainHere : null}
      />
      {query.held === 'yes' && (
        <p className="notice" role="status">
          The desk already has this article. If the article changed, add a new copy.
        </p>
      )}
      <Counts articleId={article.id} />
      <NewerCaptureMessage articleId={article.id} mayPlace={mayReadAgain} />
      {reading && <ReadingProgress reading={reading} mayChoose={mayReadAgain} />}
      <ReadingMessages
        done={query.read === 'again' && isAtRest ? (last?.again ?? null) : null}
        readBy={readBy}
        engineVersion={ENGINE_VERSION}
        language={article.language}
        action={readAgainHere}
      />
      <div className="desk">
        <ReadingPane article={article} shown={shown} mayMake={may('claim.make')}>
          <AnnotatedText
            text={article.capture.text}
            language={article.language}
            span={shown.span}
            claims={claims}
            answers={answers}
          />
        </ReadingPane>
        <Cards
          claims={claims}
          answers={answers}
          where={shown.of > 1 ? 'part' : 'article'}
          mayAccept={may('claim.accept')}
        />
      </div>
      {may('claim.make') && <SelectionBar articleId={article.id} />}
      <ArticleKeys />
    </main>
  );
}

type ShownPart = { readonly number: number; readonly of: number; readonly span: Span };

/** The part that the address asks for, by its number or by a place in it. */
function partOf(
  { capture }: Article,
  { part, at }: { readonly part?: Asked; readonly at?: Asked },
): ShownPart {
  const parts = toParts(capture.text, listClaimStarts(capture.id));
  const place = toCount(at);
  const asked = place === null ? (toCount(part) ?? 1) - 1 : partAt(parts, place);
  const number = Math.min(Math.max(asked, 0), parts.length - 1);
  return { number, of: parts.length, span: parts[number] ?? { start: 0, end: 0 } };
}

type Asked = string | string[] | undefined;

async function Counts({ articleId }: { articleId: string }) {
  const counts = await countByStatus(articleId);
  return (
    <ul className="counts" aria-label="Claims by status">
      {CLAIM_STATUSES.filter((status) => counts[status]).map((status) => (
        <li key={status}>
          <Link href={`/claims?article=${articleId}&status=${status}`}>
            <span className="badge num" data-tone={status}>
              {counts[status]} {STATUS_LABELS[status].toLowerCase()}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function ReadingPane({
  article,
  shown,
  mayMake,
  children,
}: {
  article: Article;
  shown: ShownPart;
  mayMake: boolean;
  children: ReactNode;
}) {
  const links = shown.of > 1 && <PartLinks {...shown} articleId={article.id} />;
  return (
    <section className="reading" aria-label="Text of the article">
      {links}
      {children}
      {links}
      {mayMake && (
        <p className="soft mark-by-hand">
          Is a claim missing? Select its words in the text, or{' '}
          <Link href={`/articles/${article.id}/claims/new`}>type the words of a new claim</Link>.
        </p>
      )}
    </section>
  );
}

function Cards({
  claims,
  answers,
  where,
  mayAccept,
}: {
  claims: readonly Claim[];
  answers: ReadonlyMap<string, Rating>;
  where: 'part' | 'article';
  mayAccept: boolean;
}) {
  return (
    <section className="cards" aria-labelledby="cards-title">
      <h2 id="cards-title">
        Claims in this {where}
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
                action={mayAccept ? takeReviewStep : null}
              />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function PartLinks({
  number,
  of,
  articleId,
}: Pick<ShownPart, 'number' | 'of'> & { articleId: string }) {
  const toPart = (to: number) => `/articles/${articleId}?part=${to + 1}` as const;
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
