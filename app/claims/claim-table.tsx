'use client';

import type { Route } from 'next';
import { claimCode } from '#domain/claims/claim';
import type { ClaimLine, ClaimSort } from '#domain/claims/claim-list';
import { KIND_LABELS, STATUS_LABELS } from '#domain/claims/labels';
import type { Day } from '#domain/day';
import { withVisibleMarks } from '#domain/texts/plain-line';
import { Link } from '#ui/link';
import { DueMark, PriorityMark } from '#ui/planning-marks';
import { ClaimTick } from './bulk/bulk-form';

/** A claim as the table shows it. */
export type ClaimRow = Omit<ClaimLine, 'id' | 'articleId' | 'ratingKey' | 'updatedAt'> & {
  readonly updatedOn: Day;
};

/** How the list is sorted, and the list in each other order. */
export type Sorting = {
  readonly sort: ClaimSort;
  readonly hrefs: Readonly<Partial<Record<ClaimSort, string>>>;
};

/**
 * Claims to scan. On a narrow screen each row becomes a block. Sent to the browser as its rows and
 * drawn there too: as elements, fifty rows cost the server more than all else on the page.
 *
 * @param canChoose  whether each row has a box, inside a BulkForm
 */
export function ClaimTable({
  rows,
  canChoose,
  today,
  sorting,
}: {
  rows: readonly ClaimRow[];
  canChoose: boolean;
  today: Day;
  sorting: Sorting;
}) {
  const isOldest = sorting.sort === 'oldest';
  return (
    <table className="claims">
      <caption className="visually-hidden">Claims</caption>
      <thead>
        <tr>
          {canChoose && (
            <th scope="col" className="tick">
              <span className="visually-hidden">Select</span>
            </th>
          )}
          <SortHead
            sorting={sorting}
            by={isOldest || sorting.sort === 'newest' ? (isOldest ? 'newest' : 'oldest') : 'newest'}
            now={isOldest ? 'ascending' : sorting.sort === 'newest' ? 'descending' : null}
          >
            Code
          </SortHead>
          {sorting.hrefs.inText ? (
            <SortHead sorting={sorting} by="inText" now={nowOf(sorting, 'inText', 'ascending')}>
              Claim, in the order of the text
            </SortHead>
          ) : (
            <th scope="col">Claim</th>
          )}
          <th scope="col">Figure</th>
          <SortHead
            sorting={sorting}
            by="checkWorthy"
            now={nowOf(sorting, 'checkWorthy', 'descending')}
            title="Check-worthiness, from 0 to 1"
          >
            Worth
          </SortHead>
          <th scope="col">Status</th>
          <th scope="col">Evidence</th>
          <th scope="col">Assignee</th>
          <SortHead sorting={sorting} by="due" now={nowOf(sorting, 'due', 'ascending')}>
            Due
          </SortHead>
          <SortHead sorting={sorting} by="changed" now={nowOf(sorting, 'changed', 'descending')}>
            Changed
          </SortHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.number} row={row} canChoose={canChoose} today={today} />
        ))}
      </tbody>
    </table>
  );
}

type Direction = 'ascending' | 'descending';

const nowOf = ({ sort }: Sorting, by: ClaimSort, direction: Direction): Direction | null =>
  sort === by ? direction : null;

/** A head by which the list can be sorted; the one that is in force says so. */
function SortHead({
  sorting,
  by,
  now,
  title,
  children,
}: {
  sorting: Sorting;
  by: ClaimSort;
  now: Direction | null;
  title?: string;
  children: string;
}) {
  return (
    <th scope="col" aria-sort={now ?? undefined} title={title}>
      <Link href={(sorting.hrefs[by] ?? '/claims') as Route}>
        {children}
        <span aria-hidden="true" className="sort-mark">
          {now === 'ascending' ? ' ↑' : now === 'descending' ? ' ↓' : ''}
        </span>
      </Link>
    </th>
  );
}

function Row({ row, canChoose, today }: { row: ClaimRow; canChoose: boolean; today: Day }) {
  const code = claimCode(row.number);
  const text = withVisibleMarks(row.text);
  const from = `${KIND_LABELS[row.kind]}, ${row.claimant ? `${row.claimant}, in ` : ''}${row.articleTitle}`;
  return (
    <tr>
      {canChoose && (
        <td className="tick">
          <ClaimTick number={row.number} revision={row.revision} />
        </td>
      )}
      <td className="code">
        <Link href={`/claims/${code}`}>{code}</Link>
      </td>
      <td className="words">
        <div className="two-lines" title={`${text} (${from})`}>
          <PriorityMark priority={row.priority} />
          <span className="claim-words">{text}</span> <span className="soft from">{from}</span>
        </div>
      </td>
      <td className="num figure">
        <div className="two-lines">
          {row.figure}
          {row.figureCount > 1 && <span className="soft"> and {row.figureCount - 1} more</span>}
        </div>
      </td>
      <td className="num worth" data-label="Check-worthiness">
        {row.checkWorthiness.toFixed(2)}
      </td>
      <td className="status-cell">
        <span className="badge" data-tone={row.status}>
          {STATUS_LABELS[row.status]}
        </span>
        {row.rating && (
          <span className="badge verdict" data-tone={row.averitecLabel}>
            {row.rating}
          </span>
        )}
      </td>
      <td className="num soft evidence-cell">{evidenceInShort(row)}</td>
      <td className="held-by">
        <div className="two-lines">{row.assignee}</div>
      </td>
      <td className="due-cell">
        <DueMark dueOn={row.dueOn} status={row.status} today={today} />
      </td>
      <td className="num soft changed">
        <time dateTime={row.updatedOn}>{row.updatedOn}</time>
      </td>
    </tr>
  );
}

/** '2 for, 1 against'; nothing where there is no evidence. */
function evidenceInShort({ supporting, refuting, otherEvidence }: ClaimRow): string {
  return [
    supporting > 0 && `${supporting} for`,
    refuting > 0 && `${refuting} against`,
    otherEvidence > 0 && `${otherEvidence} other`,
  ]
    .filter(Boolean)
    .join(', ');
}
