import type { Metadata, Route } from 'next';
import { permitted } from '#accounts/permitted';
import { listFound } from '#data/search/found-rows';
import {
  countHits,
  findClaimByCode,
  HITS_COUNTED,
  HITS_REACHED,
  type HitCount,
  listHits,
} from '#data/search/search-desk';
import { claimCode, parseClaimCode } from '#domain/claims/claim';
import { isPermitted } from '#domain/people/permission';
import {
  SEARCH_KIND_LABELS,
  SEARCH_KINDS,
  type SearchKind,
  toSearchWords,
} from '#domain/search/search';
import { toCount, toOneOf, toText } from '#http/query';
import { Link } from '#ui/link';
import { FoundItem } from './found-item';
import { SearchField } from './search-field';
import './search.css';

export const metadata: Metadata = { title: 'Search' };

/** Of each kind among all kinds, and of one kind alone. */
const FEW = 3;
const PAGE_SIZE = 20;

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const person = await permitted('desk.read');
  const query = await searchParams;
  const text = toText(query.words) ?? '';
  const only = toOneOf(SEARCH_KINDS, query.kind);
  const forClaim = toText(query.for, 20);
  const forCode = forClaim && parseClaimCode(forClaim) ? forClaim : null;
  const words = toSearchWords(text);
  const search = { words, seesConfidential: isPermitted(person.role, 'source.confidential') };
  const counts = words.length > 0 ? countHits(search) : [];
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const skip = Math.min(toCount(query.skip) ?? 0, HITS_REACHED);
  const shown = counts.filter(({ kind, count }) => count > 0 && (!only || kind === only));
  const byCode = findClaimByCode(text);
  const to = (parts: { kind?: SearchKind; skip?: number }) =>
    `/search?${new URLSearchParams({
      words: text,
      ...(forCode && { for: forCode }),
      ...(parts.kind && { kind: parts.kind }),
      ...(parts.skip && { skip: String(parts.skip) }),
    })}` as Route;
  const use = isPermitted(person.role, 'evidence.attach') ? { forCode, words: text } : null;

  return (
    <main id="main" className="search-page">
      <h1>Search</h1>
      <SearchField words={text} kind={only} forCode={forCode} />
      {forCode && (
        <p className="notice">
          You are searching evidence for <Link href={`/claims/${forCode}`}>{forCode}</Link>.{' '}
          <Link href={`/search?${new URLSearchParams({ words: text })}` as Route}>
            Search without the claim
          </Link>
        </p>
      )}
      {words.length === 0 && !byCode ? (
        <p className="soft">
          The search reads claims, claimants, explanations, quotes, comments, articles, sources and
          the text of every copy. A claim must have all words. “Quotation marks” ask for exact
          words.
        </p>
      ) : (
        <>
          <Kinds counts={counts} total={total} only={only} to={to} />
          {byCode && (
            <p>
              Go to the claim <Link href={`/claims/${claimCode(byCode)}`}>{claimCode(byCode)}</Link>
            </p>
          )}
          {shown.length === 0 && !byCode && (
            <div className="empty">
              <h2>Nothing has all these words</h2>
              <p>Search for fewer words, or check the spelling.</p>
            </div>
          )}
          {shown.map(({ kind, count }) => (
            <section key={kind} aria-labelledby={`${kind}-title`}>
              <h2 id={`${kind}-title`}>{SEARCH_KIND_LABELS[kind]}</h2>
              <ol className="found" start={only ? skip + 1 : 1}>
                {listFound(listHits(kind, search, only ? skip : 0, only ? PAGE_SIZE : FEW)).map(
                  (found) => (
                    <FoundItem key={found.of} found={found} words={words} use={use} />
                  ),
                )}
              </ol>
              {!only && count > FEW && (
                <p>
                  <Link href={to({ kind })}>
                    See all {countInShort(count)} {SEARCH_KIND_LABELS[kind].toLowerCase()}
                  </Link>
                </p>
              )}
              {only && <Pages count={count} skip={skip} to={(at) => to({ kind, skip: at })} />}
            </section>
          ))}
        </>
      )}
    </main>
  );
}

/** How many hits each kind has, each a link to these alone. */
function Kinds({
  counts,
  total,
  only,
  to,
}: {
  counts: readonly HitCount[];
  total: number;
  only: SearchKind | null;
  to: (parts: { kind?: SearchKind }) => Route;
}) {
  const isOver = counts.some(({ count }) => count > HITS_COUNTED);
  return (
    <nav aria-label="Kinds of hits" className="kinds">
      <Link href={to({})} aria-current={only ? undefined : 'page'}>
        All{' '}
        <span className="num">{isOver ? `over ${HITS_COUNTED.toLocaleString('en')}` : total}</span>
      </Link>
      {counts
        .filter(({ kind, count }) => count > 0 || kind === only)
        .map(({ kind, count }) => (
          <Link key={kind} href={to({ kind })} aria-current={kind === only ? 'page' : undefined}>
            {SEARCH_KIND_LABELS[kind]} <span className="num">{countInShort(count)}</span>
          </Link>
        ))}
    </nav>
  );
}

function Pages({ count, skip, to }: { count: number; skip: number; to: (skip: number) => Route }) {
  const reached = Math.min(count, HITS_REACHED);
  if (reached <= PAGE_SIZE) return null;
  return (
    <nav className="pages" aria-label="Pages">
      {skip > 0 && <Link href={to(Math.max(0, skip - PAGE_SIZE))}>Previous</Link>}
      {skip + PAGE_SIZE < reached && <Link href={to(skip + PAGE_SIZE)}>Next</Link>}
      {skip + PAGE_SIZE >= reached && count > reached && (
        <span className="soft">These are the newest {reached}. Add a word to see others.</span>
      )}
    </nav>
  );
}

const countInShort = (count: number) =>
  count > HITS_COUNTED ? `over ${HITS_COUNTED.toLocaleString('en')}` : count.toLocaleString('en');
