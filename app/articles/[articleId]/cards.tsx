import type { Claim } from '#data/claims/claims';
import { listFilledWords } from '#data/review/filled-words';
import { ARTICLE_FILTERS, ARTICLE_ORDERS, arrange, passing, worthOf } from '#domain/claims/arrange';
import { claimCode } from '#domain/claims/claim';
import { ARTICLE_FILTER_LABELS, ORDER_LABELS } from '#domain/claims/labels';
import { isReshapable } from '#domain/claims/reshape';
import type { Permission } from '#domain/people/permission';
import type { Rating } from '#domain/review/rating';
import { takeReviewStep } from '#review/actions';
import { Link } from '#ui/link';
import { NameSuggestions } from '#ui/name-suggestions';
import { wordsId } from './annotated-text';
import { ClaimCard } from './claim-card';
import { changeMany } from './many/actions';
import { ManyForm } from './many/many-form';
import { mendClaim, unfillWords } from './mend/actions';
import { reshapeClaim } from './mend/reshape-actions';
import { type ArticleView, toggled, toViewAddress } from './view';

type Answers = ReadonlyMap<string, Rating>;

/** The cards beside the text: which claims, in which order, and each with its steps. */
export function Cards({
  claims,
  listed,
  answers,
  view,
  may,
}: {
  /** All claims of the part of the text that is shown. */
  claims: readonly Claim[];
  /** Those that pass the filters, in the order of the text. */
  listed: readonly Claim[];
  answers: Answers;
  view: ArticleView;
  may: (permission: Permission) => boolean;
}) {
  const { shown, folded } = arrange(listed, view.order);
  const codes = [...shown, ...folded].map(({ number }) => claimCode(number));
  const mend = may('claim.edit') ? mendClaim.bind(null, view.articleId, 'stay') : null;
  const reshape = reshapeClaim.bind(null, view.articleId, 'stay');
  const unfill = unfillWords.bind(null, view.articleId);
  const filled = listFilledWords(claims.filter(({ revision }) => revision > 0));
  const nextOf = followers(claims);
  const toCards = (some: readonly Claim[], from: number) =>
    some.map((claim, index) => (
      <li key={claim.id}>
        <ClaimCard
          claim={claim}
          rating={claim.ratingKey ? (answers.get(claim.ratingKey) ?? null) : null}
          steps={may('claim.accept') ? takeReviewStep : null}
          mend={mend}
          unfill={unfill}
          replaced={filled.get(claim.id)?.leansOn ?? null}
          reshape={reshape}
          next={nextOf.get(claim.id) ?? null}
        >
          <CardLinks
            code={claimCode(claim.number)}
            previous={codes[from + index - 1]}
            next={codes[from + index + 1]}
          />
        </ClaimCard>
      </li>
    ));
  return (
    <section className="cards" aria-labelledby="cards-title">
      <h2 id="cards-title">
        Claims in this {view.part > 0 ? 'part' : 'article'}
        <span className="keys-hint soft">
          {' '}
          <kbd>?</kbd> shows all keys
        </span>
      </h2>
      {claims.length > 0 && <Arrangement claims={claims} view={view} />}
      {view.order === 'worth' && <BestFirst claims={listed} />}
      {mend && listed.length > 1 && <ManyForm action={changeMany.bind(null, view.articleId)} />}
      {claims.length === 0 && (
        <div className="empty">
          <p>The desk found no claims here. To add a claim, select its words in the text.</p>
        </div>
      )}
      {claims.length > 0 && listed.length === 0 && (
        <div className="empty">
          <p>
            No claim passes these filters.{' '}
            <Link href={toViewAddress({ ...view, filters: [] })} scroll={false}>
              Show all claims
            </Link>
          </p>
        </div>
      )}
      <ol>{toCards(shown, 0)}</ol>
      {folded.length > 0 && (
        <details className="folded">
          <summary>{folded.length} more, less worth checking</summary>
          <ol>{toCards(folded, shown.length)}</ol>
        </details>
      )}
      <NameSuggestions id="article-claimants" names={namesIn(claims)} />
    </section>
  );
}

/** For each claim the one that follows in the article, of those that may be merged into it. */
function followers(claims: readonly Claim[]): ReadonlyMap<string, Claim> {
  const open = claims.filter(isReshapable);
  return new Map(open.slice(0, -1).map((claim, index) => [claim.id, open[index + 1] as Claim]));
}

/** The claimants in a part of an article, each once. */
const namesIn = (claims: readonly Claim[]) => [
  ...new Set(claims.flatMap(({ claimant }) => (claimant ? [claimant.name] : []))),
];

/** From a card that is open over the text back to its words, and to the cards beside it. */
function CardLinks({
  code,
  previous,
  next,
}: {
  code: string;
  previous: string | undefined;
  next: string | undefined;
}) {
  return (
    <p className="card-links">
      <a href={`#${wordsId(code)}`} data-back-to-words>
        Back to the text
      </a>
      <span>
        {previous && (
          <a href={`#${previous}`} data-to-card={previous}>
            Previous claim
          </a>
        )}
        {next && (
          <a href={`#${next}`} data-to-card={next}>
            Next claim
          </a>
        )}
      </span>
    </p>
  );
}

/** What the first cards are, and how many of them deserve a look. */
function BestFirst({ claims }: { claims: readonly Claim[] }) {
  const best = claims.filter(
    ({ status, checkWorthiness }) => status === 'suggested' && worthOf(checkWorthiness) === 'high',
  ).length;
  return (
    <p className="best-first soft">
      {best === 0
        ? 'None of the suggestions here is highly worth checking.'
        : `Start here: ${best === 1 ? '1 suggestion is' : `${best} suggestions are`} highly worth checking.`}
    </p>
  );
}

/** The order of the cards, and filters with the number of claims that would be left. */
function Arrangement({ claims, view }: { claims: readonly Claim[]; view: ArticleView }) {
  const { order, filters } = view;
  return (
    <nav className="arrangement" aria-label="Order and filters of the claims">
      <ul className="orders">
        {ARTICLE_ORDERS.map((each) => (
          <li key={each}>
            <Link
              href={toViewAddress({ ...view, order: each })}
              aria-current={each === order ? 'true' : undefined}
              scroll={false}
            >
              {ORDER_LABELS[each]}
            </Link>
          </li>
        ))}
      </ul>
      <ul className="filters">
        {ARTICLE_FILTERS.map((filter) => {
          const next = toggled(filters, filter);
          const isOn = filters.includes(filter);
          const count = passing(claims, isOn ? filters : next).length;
          if (count === 0 && !isOn) return null;
          return (
            <li key={filter}>
              <Link
                className="filter"
                href={toViewAddress({ ...view, filters: next })}
                aria-current={isOn ? 'true' : undefined}
                scroll={false}
              >
                {ARTICLE_FILTER_LABELS[filter]} <span className="num">{count}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
