import Link from 'next/link';
import { claimCode } from '#domain/claim';
import type { ClaimLine } from '#domain/claim-list';
import { KIND_LABELS, STATUS_LABELS } from '#domain/labels';

/** Claims to scan. On a narrow screen each row becomes a block. */
export function ClaimTable({ lines }: { lines: readonly ClaimLine[] }) {
  return (
    <table className="claims">
      <caption className="visually-hidden">Claims</caption>
      <thead>
        <tr>
          <th scope="col">Code</th>
          <th scope="col">Claim</th>
          <th scope="col">Figure</th>
          <th scope="col">Kind</th>
          <th scope="col">Status</th>
          <th scope="col">Verdict</th>
          <th scope="col">Changed</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <ClaimRow key={line.id} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function ClaimRow({ line }: { line: ClaimLine }) {
  const code = claimCode(line.number);
  return (
    <tr>
      <td className="code">
        {/* One link a row: a page of fifty claims prefetches nothing. */}
        <Link href={`/claims/${code}`} prefetch={false}>
          {code}
        </Link>
      </td>
      <td>
        <p className="claim-words">{line.text}</p>
        <p className="soft from">
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
      <td className="num soft changed">
        <time dateTime={line.updatedAt.toISOString()}>{toDay(line.updatedAt)}</time>
      </td>
    </tr>
  );
}

const toDay = (at: Date) => at.toISOString().slice(0, 10);
