import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { permitted } from '#accounts/permitted';
import { type Claim, countByStatus, listClaimStarts, listClaimsInText } from '#data/claims/claims';
import { findArticleStanding } from '#data/documents/article-plan';
import { type Article, findUnreadArticle } from '#data/documents/articles';
import { findReading } from '#data/readings/readings';
import { findLastReading } from '#data/readings/reread';
import { listRatings } from '#data/review/ratings';
import { arrange, firstOrder, passing } from '#domain/claims/arrange';
import { CLAIM_STATUSES, claimCode } from '#domain/claims/claim';
import { STATUS_LABELS } from '#domain/claims/labels';
import { isPermitted, type Permission } from '#domain/people/permission';
import { partAt, type Span, toParts } from '#domain/texts/annotation';
import { ENGINE_VERSION } from '#engine/extract';
import { toCount, toId } from '#http/query';
import { Link } from '#ui/link';
import { AnnotatedText } from './annotated-text';
import { ArticleHead } from './article-head';
import { ArticleKeys } from './article-keys';
import { findArticleOf } from './article-of';
import { Cards } from './cards';
import { makeClaim } from './claims/new/actions';
import { NewerCaptureMessage } from './newer-capture-message';
import { readAgain } from './read-again/actions';
import { ReadingMessages } from './read-again/reading-messages';
import { ReadingProgress } from './reading-progress';
import { SelectionBar } from './selection-bar';
import { type ArticleView, readArticleView, toViewAddress } from './view';
import './article.css';
import './cards.css';

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
  const [claims, ratings, last, reading, standing] = await Promise.all([
    listClaimsInText(article.capture.id, shown.span),
    listRatings(),
    findLastReading(article.id),
    findReading(article.id),
    findArticleStanding(article.id),
  ]);
  const isAtRest = !reading || reading.state === 'done' || reading.state === 'failed';
  const mayReadAgain = may('article.readAgain');
  const readAgainHere =
    mayReadAgain && isAtRest ? readAgain.bind(null, article.id, shown.number + 1) : null;
  const readBy = last?.engineVersion ?? ENGINE_VERSION;
  const part = shown.of > 1 ? shown.number + 1 : 0;
  const { order, filters } = readArticleView(query);
  const view: ArticleView = {
    articleId: article.id,
    part,
    order: order ?? firstOrder(claims),
    filters,
  };
  const listed = passing(claims, view.filters);
  const answers = new Map(ratings.map((rating) => [rating.key, rating]));

  return (
    <main id="main" className="article">
      <p className="crumbs">
        <Link href="/articles">Articles</Link>
      </p>
      <ArticleHead
        article={article}
        standing={standing}
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
        <ToCards listed={listed} view={view} />
        <ReadingPane article={article} view={view} shown={shown} mayMake={may('claim.make')}>
          <AnnotatedText
            text={article.capture.text}
            language={article.language}
            span={shown.span}
            claims={listed}
            answers={answers}
          />
        </ReadingPane>
        <Cards claims={claims} listed={listed} answers={answers} view={view} may={may} />
      </div>
      {may('claim.make') && (
        <SelectionBar articleId={article.id} action={makeClaim.bind(null, article.id, 'stay')} />
      )}
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

/** How far the article is: how many claims are decided, and how many have each status. */
async function Counts({ articleId }: { articleId: string }) {
  const counts = await countByStatus(articleId);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const decided = all - (counts.suggested ?? 0);
  return (
    <div className="progress-line">
      {all > 0 && (
        <p className="num">
          <progress aria-label="Decided claims" value={decided} max={all} />
          {decided.toLocaleString('en')} of {all.toLocaleString('en')} decided
        </p>
      )}
      {all > 0 && decided === all && (
        <p>
          All claims of this article are decided.{' '}
          {counts.open ? (
            <Link href={`/claims?article=${articleId}&status=open`}>
              Next: check the open claims
            </Link>
          ) : (
            <Link href="/articles">Next: choose another article</Link>
          )}
        </p>
      )}
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
    </div>
  );
}

/** From the first screen of a telephone to the cards, which lie below the whole text there. */
function ToCards({ listed, view }: { listed: readonly Claim[]; view: ArticleView }) {
  const ordered = arrange(listed, view.order).shown;
  const first = ordered.find(({ status }) => status === 'suggested') ?? ordered[0];
  if (!first) return null;
  const code = claimCode(first.number);
  return (
    <p className="to-cards">
      <a className="button small primary" href={`#${code}`} data-to-card={code}>
        {first.status === 'suggested' ? 'Start with the first suggestion' : 'Show the first claim'}
      </a>
      <a className="button small" href="#cards-title">
        {listed.length === 1 ? 'One claim' : `All ${listed.length} claims`}
      </a>
    </p>
  );
}

function ReadingPane({
  article,
  view,
  shown,
  mayMake,
  children,
}: {
  article: Article;
  view: ArticleView;
  shown: ShownPart;
  mayMake: boolean;
  children: ReactNode;
}) {
  const links = shown.of > 1 && <PartLinks {...shown} view={view} />;
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

function PartLinks({ number, of, view }: Pick<ShownPart, 'number' | 'of'> & { view: ArticleView }) {
  const toPart = (to: number) => toViewAddress({ ...view, part: to + 1 });
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
