import type { Claim } from '#data/claims/claims';
import type { Verdict } from '#data/review/verdicts';
import { STATUS_LABELS } from '#domain/claims/labels';
import { versionOut } from '#domain/review/verdict';

/** The desk's answer in one line: what readers have, and what is not published yet. */
export function Answer({
  claim,
  verdicts,
}: {
  claim: Pick<Claim, 'status'>;
  /** Newest first. */
  verdicts: readonly Verdict[];
}) {
  const [latest] = verdicts;
  const out = versionOut(verdicts);
  const rating = ({ rating: { averitecLabel, label }, n }: Verdict) => (
    <>
      <strong className="badge verdict" data-tone={averitecLabel}>
        {label}
      </strong>{' '}
      <span className="soft">(version {n})</span>
    </>
  );
  if (!latest) {
    // A suggestion, or a claim that was dismissed, waits for no verdict.
    if (claim.status === 'suggested' || claim.status === 'dismissed') return null;
    return <p className="answer soft">No verdict yet</p>;
  }
  if (claim.status === 'withdrawn') return <p className="answer">Withdrawn: {rating(latest)}</p>;
  if (!out) {
    return (
      <p className="answer">
        {rating(latest)}
        <span className="soft">, {IS_NOT_OUT[claim.status] ?? 'not published'}</span>
      </p>
    );
  }
  if (claim.status === 'published') return <p className="answer">Published: {rating(out)}</p>;
  return (
    <p className="answer">
      Published: {rating(out)}, being corrected
      {latest.n !== out.n && (
        <>
          <span className="soft">; not published yet: </span>
          {rating(latest)}
          <span className="soft">, {STATUS_LABELS[claim.status].toLowerCase()}</span>
        </>
      )}
    </p>
  );
}

const IS_NOT_OUT: Partial<Record<Claim['status'], string>> = {
  checking: 'not submitted yet',
  inReview: 'not approved yet',
  approved: 'approved, not published yet',
};
