'use client';

import { claimCode } from '#domain/claims/claim';
import type { ClaimLine } from '#domain/claims/claim-list';
import { KIND_LABELS, STATUS_LABELS } from '#domain/claims/labels';
import type { Day } from '#domain/day';
import { withVisibleMarks } from '#domain/texts/plain-line';
import { Link } from '#ui/link';
import { DueMark, PriorityMark } from '#ui/planning-marks';
import { ClaimTick } from './bulk/bulk-form';

/** A claim as the table shows it. */
export type ClaimRow = Omit<
  ClaimLine,
  'id' | 'checkWorthiness' | 'articleId' | 'ratingKey' | 'updatedAt'
> & { readonly updatedOn: Day };

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
}: {
  rows: readonly ClaimRow[];
  canChoose: boolean;
  today: Day;
}) {
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
          <th scope="col">Code</th>
          <th scope="col">Claim</th>
          <th scope="col">Figure</th>
          <th scope="col">Kind</th>
          <th scope="col">Status</th>
          <th scope="col">Verdict</th>
          <th scope="col">Assignee</th>
          <th scope="col">Due</th>
          <th scope="col">Changed</th>
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

function Row({ row, canChoose, today }: { row: ClaimRow; canChoose: boolean; today: Day }) {
  const code = claimCode(row.number);
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
        <p className="claim-words">{withVisibleMarks(row.text)}</p>
        <p className="soft from">
          <PriorityMark priority={row.priority} />
          {row.claimant && `${row.claimant}, in `}
          {row.articleTitle}
        </p>
      </td>
      <td className="num figure">
        {row.figure}
        {row.figureCount > 1 && <span className="soft"> and {row.figureCount - 1} more</span>}
      </td>
      <td>{KIND_LABELS[row.kind]}</td>
      <td>
        <span className="badge" data-tone={row.status}>
          {STATUS_LABELS[row.status]}
        </span>
      </td>
      <td className="verdict-cell">
        {row.rating && (
          <span className="badge verdict" data-tone={row.averitecLabel}>
            {row.rating}
          </span>
        )}
      </td>
      <td className="held-by">{row.assignee}</td>
      <td>
        <DueMark dueOn={row.dueOn} status={row.status} today={today} />
      </td>
      <td className="num soft changed">
        <time dateTime={row.updatedOn}>{row.updatedOn}</time>
      </td>
    </tr>
  );
}
