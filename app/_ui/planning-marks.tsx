import type { ClaimStatus, Priority } from '#domain/claims/claim';
import { PRIORITY_LABELS } from '#domain/claims/labels';
import { isOverdue } from '#domain/claims/planning';
import { type Day, dayInWords } from '#domain/day';
import './planning-marks.css';

/** Only what stands out is marked: most claims are of normal priority. */
export function PriorityMark({ priority }: { priority: Priority }) {
  if (priority === 'normal') return null;
  return (
    <span className="priority" data-priority={priority}>
      {PRIORITY_LABELS[priority]} priority
    </span>
  );
}

/** A due day; once it has passed, by word and by colour. */
export function DueMark({
  dueOn,
  status,
  today,
}: {
  dueOn: Day | null;
  status: ClaimStatus;
  today: Day;
}) {
  if (dueOn === null) return null;
  const overdue = isOverdue(dueOn, today, status);
  return (
    <span className="due num" data-overdue={overdue || undefined}>
      {overdue ? 'Overdue ' : 'Due '}
      <time dateTime={dueOn}>{shortDay(dueOn, today)}</time>
    </span>
  );
}

/** '1 Dec', and with its year where that is another than today's. */
function shortDay(day: Day, today: Day): string {
  const [number = '', month = '', year = ''] = dayInWords(day).split(' ');
  const short = `${number}\u00a0${month.slice(0, 3)}`;
  return day.slice(0, 4) === today.slice(0, 4) ? short : `${short}\u00a0${year}`;
}
