import type { ReactNode } from 'react';
import type { DeskLine, DeskList as List } from '#data/reports/desk-lists';
import { claimCode } from '#domain/claims/claim';
import { countInWords } from '#domain/claims/claim-list';
import { type Day, dayInWords, daysBetween } from '#domain/day';
import { Link } from '#ui/link';
import { DueMark, PriorityMark } from '#ui/planning-marks';

type ListId = 'queue' | 'waiting' | 'overdue' | 'again' | 'unassigned';
type Look = { readonly personId: string; readonly today: Day };

/**
 * The first claims of one list, and the way to all of them.
 *
 * @param children  what to say where there is none; without it, the list is not shown then
 */
export function ListOfClaims({
  id,
  title,
  list: { lines, total },
  all,
  children,
  ...look
}: Look & {
  id: ListId;
  title: string;
  list: List;
  all: `/claims?${string}`;
  children?: ReactNode;
}) {
  if (lines.length === 0 && !children) return null;
  return (
    <section className="desk-list" aria-labelledby={id}>
      <div className="desk-head">
        <h2 id={id}>{title}</h2>
        {total > 0 && (
          <Link href={all}>
            All {countInWords(total)}
            <span className="visually-hidden"> of: {title}</span>
          </Link>
        )}
      </div>
      {lines.length === 0 ? (
        <p className="nothing soft">{children}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <Line key={line.number} line={line} list={id} {...look} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ line, list, personId, today }: Look & { line: DeskLine; list: ListId }) {
  const code = claimCode(line.number);
  return (
    <li>
      <Link className="code" href={`/claims/${code}`}>
        {code}
      </Link>
      <p className="claim-words">{line.text}</p>
      <p className="marks">
        {line.back && (
          <span className="came-back">
            {line.back === 'returned' ? 'Returned' : 'Reopened'}
            {line.backBy && ` by ${line.backBy}`}
            {line.backReason && `: ${line.backReason}`}
          </span>
        )}
        {list === 'waiting' && line.authorId === personId && (
          <span className="came-back">Your verdict: another editor must approve it</span>
        )}
        {list === 'again' && line.recheckOn && (
          <span className="came-back">A source changed on {dayInWords(line.recheckOn)}</span>
        )}
        <DueMark dueOn={line.dueOn} status={line.status} today={today} />
        <PriorityMark priority={line.priority} />
        {list === 'waiting' && line.statusOn && (
          <span>{waitedInWords(daysBetween(line.statusOn, today))}</span>
        )}
        {list !== 'queue' && list !== 'unassigned' && (
          <span>{assigneeInWords(line, personId)}</span>
        )}
        <span className="from">{line.articleTitle}</span>
      </p>
    </li>
  );
}

function assigneeInWords({ assignee, assigneeId }: DeskLine, personId: string): string {
  if (assignee === null) return 'unassigned';
  return assigneeId === personId ? 'assigned to you' : `assigned to ${assignee}`;
}

function waitedInWords(days: number): string {
  if (days <= 0) return 'waiting since today';
  return days === 1 ? 'waiting for a day' : `waiting for ${days.toLocaleString('en')} days`;
}
