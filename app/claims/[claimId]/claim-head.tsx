import type { SignedIn } from '#accounts/signed-in';
import type { Claim } from '#data/claims/claims';
import type { Verdict } from '#data/review/verdicts';
import { claimCode, isEditable } from '#domain/claims/claim';
import { DISMISS_LABELS, KIND_LABELS, STATUS_LABELS } from '#domain/claims/labels';
import { isPermitted } from '#domain/people/permission';
import { withVisibleMarks } from '#domain/texts/plain-line';
import { Link } from '#ui/link';
import { Answer } from './review/answer';

/** The claim in its words, its status, and the desk's answer to it. */
export function ClaimHead({
  claim,
  person,
  verdicts,
}: {
  claim: Claim;
  person: SignedIn;
  verdicts: readonly Verdict[];
}) {
  return (
    <header className="claim-head">
      <Marks claim={claim} canEdit={isPermitted(person.role, 'claim.edit')} />
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
      <Answer claim={claim} verdicts={verdicts} />
    </header>
  );
}

function Marks({ claim, canEdit }: { claim: Claim; canEdit: boolean }) {
  const code = claimCode(claim.number);
  return (
    <p className="claim-marks">
      <span className="code">{code}</span>
      <span className="soft">{KIND_LABELS[claim.kind]}</span>
      <span className="badge" role="status" data-tone={claim.status}>
        {STATUS_LABELS[claim.status]}
        {claim.dismissReason && `: ${DISMISS_LABELS[claim.dismissReason].toLowerCase()}`}
      </span>
      {claim.assignee && <span className="soft">assigned to {claim.assignee.name}</span>}
      {isEditable(claim.status) && canEdit && (
        <Link href={`/claims/${code}/edit`}>Edit the claim</Link>
      )}
    </p>
  );
}
