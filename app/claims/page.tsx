import type { Metadata, Route } from 'next';
import { permitted } from '#accounts/permitted';
import { listClaims } from '#data/claims/claim-list';
import { listClaimantNames } from '#data/claims/parties';
import { listArticleTitles } from '#data/documents/articles';
import { listAssignees } from '#data/review/planning';
import { listRatings } from '#data/review/ratings';
import {
  type ClaimLine,
  type ClaimPage,
  type ClaimSort,
  countInWords,
  filterForReader,
  formatSortKey,
  NO_FILTER,
  sortsOf,
} from '#domain/claims/claim-list';
import { dayOf } from '#domain/day';
import { timeZone } from '#process/time-zone';
import { Link } from '#ui/link';
import { type ClaimView, readPage, readView, toQuery } from './address';
import { Bulk, canChoose } from './bulk/bulk';
import { ClaimFilters } from './claim-filters';
import { type ClaimRow, ClaimTable, type Sorting } from './claim-table';
import { Views } from './views/views';
import './claims.css';

export const metadata: Metadata = { title: 'Claims' };

const PAGE_SIZE = 50;

export default async function ClaimsPage({ searchParams }: PageProps<'/claims'>) {
  const person = await permitted('desk.read');
  const query = await searchParams;
  const view = readView(query);
  const page = readPage(query, view.sort);
  const list = listClaims(filterForReader(view.filter, person.id), view.sort, page, PAGE_SIZE);
  const people = listAssignees();
  const names = { ratings: listRatings(), articles: listArticleTitles(), people };
  const filtered = Object.values(view.filter).some((value) => value !== null);
  const toPage = (at: Record<string, string>) => `/claims${toQuery(view, at)}` as Route;

  return (
    <main id="main" className="claims-page">
      <div className="claims-head">
        <h1>Claims</h1>
        <div className="actions">
          <a className="button small" href={`/exports/claims.csv${toQuery(view)}`} download>
            Download CSV
          </a>
          <a className="button small quiet" href={`/exports/evidence.csv${toQuery(view)}`} download>
            Evidence CSV
          </a>
          <a
            className="button small quiet"
            href={`/exports/comparisons.csv${toQuery(view)}`}
            download
          >
            Comparisons CSV
          </a>
        </div>
      </div>
      <Views view={view} person={person} />
      <div className="list-bar">
        <ClaimFilters view={view} names={names} claimants={listClaimantNames()} />
        <p className="result num" role="status">
          {totalInWords(list)}
          {filtered && (
            <>
              {' '}
              <Link href={toAll(view.sort)}>Clear the filters</Link>
            </>
          )}
        </p>
      </div>
      {list.lines.length === 0 ? (
        <div className="empty">
          {filtered ? (
            <>
              <h2>No claim matches these filters</h2>
              <p>Remove a filter, or search for fewer words.</p>
            </>
          ) : (
            <>
              <h2>No claims yet</h2>
              <p>The desk finds claims in articles.</p>
              <Link className="button primary" href="/articles">
                Go to the articles
              </Link>
            </>
          )}
        </div>
      ) : (
        <Bulk role={person.role} people={people}>
          <ClaimTable
            rows={list.lines.map(toRow)}
            canChoose={canChoose(person.role)}
            today={dayOf(new Date(), timeZone())}
            sorting={toSorting(view)}
          />
        </Bulk>
      )}
      {(list.previous || list.next) && (
        <nav className="pages" aria-label="Pages">
          {list.previous && (
            <>
              <Link href={toPage({})}>First</Link>
              <Link href={toPage({ before: formatSortKey(list.previous) })}>Previous</Link>
            </>
          )}
          {list.next && (
            <>
              <Link href={toPage({ after: formatSortKey(list.next) })}>Next</Link>
              <Link href={toPage({ page: 'last' })}>Last</Link>
            </>
          )}
        </nav>
      )}
    </main>
  );
}

/** What the table shows of a claim: what it does not show is not sent. */
const toRow = (line: ClaimLine): ClaimRow => ({
  number: line.number,
  revision: line.revision,
  text: line.text,
  kind: line.kind,
  status: line.status,
  priority: line.priority,
  dueOn: line.dueOn,
  assignee: line.assignee,
  updatedOn: dayOf(line.updatedAt, timeZone()),
  articleTitle: line.articleTitle,
  claimant: line.claimant,
  figure: line.figure,
  figureCount: line.figureCount,
  rating: line.rating,
  averitecLabel: line.averitecLabel,
  checkWorthiness: line.checkWorthiness,
  supporting: line.supporting,
  refuting: line.refuting,
  otherEvidence: line.otherEvidence,
});

/** The same list in each order that it can have. */
const toSorting = ({ filter, sort }: ClaimView): Sorting => ({
  sort,
  hrefs: Object.fromEntries(
    sortsOf(filter).map((each) => [each, `/claims${toQuery({ filter, sort: each })}`]),
  ),
});

function totalInWords({ total, isExact }: Pick<ClaimPage, 'total' | 'isExact'>): string {
  if (total === null) return 'Claims with these words';
  if (total === 0) return 'No claims';
  if (total === 1) return '1 claim';
  const number = isExact ? total.toLocaleString('en') : countInWords(total);
  return `${number[0]?.toUpperCase()}${number.slice(1)} claims`;
}

const toAll = (sort: ClaimSort) =>
  `/claims${toQuery({ filter: NO_FILTER, sort: sort === 'inText' ? 'newest' : sort })}` as Route;
