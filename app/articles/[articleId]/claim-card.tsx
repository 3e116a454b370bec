import type { Claim } from '#data/claims/claims';
import { claimCode } from '#domain/claims/claim';
import { DISMISS_LABELS, KIND_LABELS, STATUS_LABELS } from '#domain/claims/labels';
import { dayInWords } from '#domain/day';
import { checkInside, type InsideCheck } from '#domain/derived/inside';
import { figureInWords } from '#domain/figures/figure-text';
import type { Rating } from '#domain/review/rating';
import { withVisibleMarks } from '#domain/texts/plain-line';
import type { FormAction } from '#forms/form-state';
import { ClaimSteps } from '#review/claim-steps';
import type { StepField } from '#review/schema';
import { Link } from '#ui/link';

/** A claim beside the article: what it says, why it was suggested, and what can be done with it. */
export function ClaimCard({
  claim,
  rating,
  action,
}: {
  claim: Claim;
  rating: Rating | null;
  /** Null for who may only read. */
  action: FormAction<StepField> | null;
}) {
  const code = claimCode(claim.number);
  const canUndo =
    (claim.status === 'open' || claim.status === 'dismissed') &&
    claim.evidenceCount === 0 &&
    claim.verdictCount === 0;
  return (
    <article
      className="card"
      id={code}
      tabIndex={-1}
      data-card
      data-status={claim.status}
      data-tone={claim.status}
      aria-labelledby={`${code}-text`}
    >
      <p className="card-head">
        <Link className="code" href={`/claims/${code}`}>
          {code}
        </Link>
        <span className="soft">{KIND_LABELS[claim.kind]}</span>
        {claim.assignee && <span className="soft">assigned to {claim.assignee.name}</span>}
        <span className="badge" data-tone={claim.status}>
          {STATUS_LABELS[claim.status]}
          {claim.dismissReason && `: ${DISMISS_LABELS[claim.dismissReason].toLowerCase()}`}
        </span>
        {rating && (
          <span className="badge verdict" data-tone={rating.averitecLabel}>
            {rating.label}
          </span>
        )}
      </p>
      <p className="card-text" id={`${code}-text`}>
        {withVisibleMarks(claim.text)}
      </p>
      {claim.status !== 'dismissed' && <CardFacts claim={claim} />}
      {action && (
        <ClaimSteps
          action={action}
          claimId={claim.id}
          revision={claim.revision}
          code={code}
          status={claim.status}
          canUndo={canUndo}
        />
      )}
    </article>
  );
}

/** Whether the figures of the claim agree with each other, as far as its words in the article say. */
function checkClaim({ quantities, appearance: { start, exact } }: Claim): InsideCheck | null {
  const placed = quantities.flatMap((figure) =>
    figure.start === null || figure.end === null
      ? []
      : [{ ...figure, start: figure.start - start, end: figure.end - start }],
  );
  return placed.length === quantities.length ? checkInside(exact, placed) : null;
}

function CardFacts({ claim }: { claim: Claim }) {
  const details = [
    claim.claimant && `Said by ${claim.claimant.name}`,
    claim.saidOn ? `on ${dayInWords(claim.saidOn)}` : claim.saidOnText && `“${claim.saidOnText}”`,
  ].filter(Boolean);
  const inside = checkClaim(claim);
  return (
    <>
      {claim.quantities.length > 0 && (
        <ul className="figures">
          {claim.quantities.map((figure) => (
            <li key={figure.id} className="chip num">
              {figureInWords(figure)}
            </li>
          ))}
        </ul>
      )}
      {inside && <p className="card-note">{inside.sentence}</p>}
      {details.length > 0 && <p className="card-note">{details.join(', ')}</p>}
      {claim.status === 'suggested' && claim.reasons.length > 0 && (
        <p className="card-note">Reasons to check: {claim.reasons.join('; ')}</p>
      )}
    </>
  );
}
