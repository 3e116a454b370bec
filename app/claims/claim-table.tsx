import Link from 'next/link';
import { claimCode } from '#domain/claim';
import type { ClaimLine } from '#domain/claim-list';
import { type Day, dayOf } from '#domain/day';
import { KIND_LABELS, STATUS_LABELS } from '#domain/labels';
import { DueMark, PriorityMark } from '#ui/planning-marks';
import { Tick } from './bulk/bulk-form';

/**
 * Claims to scan. On a narrow screen each row becomes a block.
 *
 * @param canChoose  whether each row has a box, inside a BulkForm
 */
export function ClaimTable({
  lines,
  canChoose,
}: {
  lines: readonly ClaimLine[];
  canChoose: boolean;
}) {
  const today = dayOf(new Date());
  return (
    <table className="claims">
      <caption className="visually-hidden">Claims</caption>
      <thead>
        <tr>
          {canChoose && (
            <th scope="col" className="tick">
              <span className="visually-hidden">Choose</span>
            </th>
          )}
          <th scope="col">Code</th>
          <th scope="col">Claim</th>
          <th scope="col">Figure</th>
          <th scope="col">Kind</th>
          <th scope="col">Status</th>
          <th scope="col">Verdict</th>
          <th scope="col">Held by</th>
          <th scope="col">Due</th>
          <th scope="col">Changed</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <ClaimRow key={line.id} line={line} canChoose={canChoose} today={today} />
        ))}
      </tbody>
    </table>
  );
}

function ClaimRow({ line, canChoose, today }: { line: ClaimLine; canChoose: boolean; today: Day }) {
  const code = claimCode(line.number);
  return (
    <tr>
      {canChoose && (
        <td className="tick">
          <Tick number={line.number} revision={line.revision} />
        </td>
      )}
      <td className="code">
        {/* One link a row: a page of fifty claims prefetches nothing. */}
        <Link href={`/claims/${code}`} prefetch={false}>
          {code}
        </Link>
      </td>
      <td className="words">
        <p className="claim-words">{line.text}</p>
        <p className="soft from">
          <PriorityMark priority={line.priority} />
          {line.claimant && `${line.claimant}, in `}
          {line.articleTitle}
        </p>
      </td>
      <td className="num figure">
        {line.figure}
        {line.figureCount > 1 && <span className="soft"> and {line.figureCount - 1} more</span>}
      </td>
      <td>{KIND_LABELS[line.kind]}</td>
      <td>
        <span className="badge" data-tone={line.status}>
          {STATUS_LABELS[line.status]}
        </span>
      </td>
      <td className="verdict-cell">
        {line.rating && (
          <span className="badge verdict" data-tone={line.averitecLabel}>
            {line.rating}
          </span>
        )}
      </td>
      <td className="held-by">{line.assignee}</td>
      <td>
        <DueMark dueOn={line.dueOn} status={line.status} today={today} />
      </td>
      <td className="num soft changed">
        <time dateTime={line.updatedAt.toISOString()}>{dayOf(line.updatedAt)}</time>
      </td>
    </tr>
  );
}
