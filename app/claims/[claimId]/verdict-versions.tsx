import type { Verdict } from '#data/review/verdicts';
import { dayInWords, dayOf } from '#domain/day';
import { withVisibleMarks } from '#domain/texts/plain-line';
import { timeZone } from '#process/time-zone';
import { Link } from '#ui/link';

/** The verdict, and under it the versions it replaced. */
export function VerdictVersions({
  code,
  verdicts,
  isAbove,
}: {
  code: string;
  verdicts: readonly Verdict[];
  /** Whether the latest version is shown above, beside the button that approves it. */
  isAbove: boolean;
}) {
  const [current, ...superseded] = verdicts;
  if (!current) return null;
  return (
    <>
      {!isAbove && <VerdictVersion verdict={current} />}
      {superseded[0] && (
        <p>
          <Link href={`/claims/${code}/verdicts?a=${superseded[0].n}&b=${current.n}`}>
            Compare the versions
          </Link>
        </p>
      )}
      {superseded.length > 0 && (
        <details className="superseded">
          <summary>
            {superseded.length === 1
              ? 'One earlier version'
              : `${superseded.length} earlier versions`}
          </summary>
          {superseded.map((verdict) => (
            <VerdictVersion key={verdict.id} verdict={verdict} />
          ))}
        </details>
      )}
    </>
  );
}

/** One version of a verdict, with its explanation and who stands for it. */
export function VerdictVersion({ verdict }: { verdict: Verdict }) {
  return (
    <article className="verdict-version sheet">
      <h3>
        {verdict.rating.label}
        <span className="soft"> version {verdict.n}</span>
      </h3>
      <p className="explanation">{withVisibleMarks(verdict.explanation)}</p>
      {verdict.correctedText && (
        <p>
          <strong>Corrected text:</strong> {verdict.correctedText}
        </p>
      )}
      <p className="soft">
        {verdict.reasons.length > 0 && `${verdict.reasons.join(', ')}. `}
        Given by {verdict.decidedBy} on{' '}
        <time dateTime={verdict.decidedAt.toISOString()}>{toDay(verdict.decidedAt)}</time>
        {verdict.asOf && `, as of ${dayInWords(verdict.asOf)}`}.
        {verdict.approvals.length > 0 &&
          ` Approved ${listed(verdict.approvals.map(({ by, at }) => `by ${by} on ${toDay(at)}`))}.`}
        {verdict.publications.length > 0 &&
          ` Published ${listed(verdict.publications.map(({ at }) => `on ${toDay(at)}`))}.`}
      </p>
      {verdict.otherwiseReason && verdict.suggested && (
        <p>
          <strong>Reason for a rating other than “{verdict.suggested.label}”:</strong>{' '}
          {verdict.otherwiseReason}
        </p>
      )}
      {verdict.comparisons.length > 0 && (
        <details className="frozen">
          <summary>
            {verdict.comparisons.length === 1
              ? 'One comparison of figures'
              : `${verdict.comparisons.length} comparisons of figures`}
          </summary>
          <ul>
            {verdict.comparisons.map(({ pairId, comparison, found, derived }) => (
              <li key={pairId}>
                {comparison.sentence} {derived && <span className="num">{derived.working}. </span>}
                <span className="soft">Source: {found.source.title}.</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {verdict.changeNote && (
        <p>
          <strong>Changed since version {verdict.supersedesN}:</strong> {verdict.changeNote}
        </p>
      )}
      {verdict.corrections.map(({ kind, note, at }) => (
        <p key={at.toISOString()} className="notice">
          <strong>
            {kind === 'correction' ? 'Correction' : 'Withdrawn'}, {toDay(at)}:
          </strong>{' '}
          {note}
        </p>
      ))}
    </article>
  );
}

const listed = (parts: readonly string[]) => new Intl.ListFormat('en').format(parts);

const toDay = (at: Date) => dayInWords(dayOf(at, timeZone()));
