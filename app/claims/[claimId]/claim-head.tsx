import type { SignedIn } from '#accounts/signed-in';
import type { Claim } from '#data/claims/claims';
import { findRating } from '#data/review/ratings';
import { claimCode, isEditable } from '#domain/claims/claim';
import { DISMISS_LABELS, KIND_LABELS, STATUS_LABELS } from '#domain/claims/labels';
import { isPermitted } from '#domain/people/permission';
import { withVisibleMarks } from '#domain/texts/plain-line';
import { takeReviewStep } from '#review/actions';
import { ClaimSteps } from '#review/claim-steps';
import { Link } from '#ui/link';

/** The claim in its words, its status, and the steps that accept or dismiss it. */
export function ClaimHead({
  claim,
  person,
  hasWork,
}: {
  claim: Claim;
  person: SignedIn;
  /** Whether evidence or a verdict rests on the claim: accepting it can then not be undone. */
  hasWork: boolean;
}) {
  const code = claimCode(claim.number);
  const canUndo = (claim.status === 'open' || claim.status === 'dismissed') && !hasWork;
  return (
    <header className="claim-head">
      <Marks claim={claim} />
      <h1>{withVisibleMarks(claim.text)}</h1>
      {claim.duplicateOf && (
        <p>
          Duplicate of{' '}
          <Link href={`/claims/${claimCode(claim.duplicateOf.number)}`}>
            {claimCode(claim.duplicateOf.number)}
          </Link>
          .
        </p>
      )}
      <div className="actions">
        {isEditable(claim.status) && isPermitted(person.role, 'claim.edit') && (
          <Link className="button small" href={`/claims/${code}/edit`}>
            Edit the claim
          </Link>
        )}
        {isPermitted(person.role, 'claim.accept') && (
          <ClaimSteps
            action={takeReviewStep}
            claimId={claim.id}
            revision={claim.revision}
            code={code}
            status={claim.status}
            canUndo={canUndo}
          />
        )}
      </div>
    </header>
  );
}

async function Marks({ claim }: { claim: Claim }) {
  const rating = claim.ratingKey ? await findRating(claim.ratingKey) : null;
  return (
    <p className="claim-marks">
      <span className="code">{claimCode(claim.number)}</span>
      <span className="soft">{KIND_LABELS[claim.kind]}</span>
      <span className="badge" role="status" data-tone={claim.status}>
        {STATUS_LABELS[claim.status]}
        {claim.dismissReason && `: ${DISMISS_LABELS[claim.dismissReason].toLowerCase()}`}
      </span>
      {rating && (
        <span className="badge verdict" data-tone={rating.averitecLabel}>
          {rating.label}
        </span>
      )}
      {claim.assignee && <span className="soft">assigned to {claim.assignee.name}</span>}
    </p>
  );
}
