import type { Claim } from '#data/claims/claims';
import { claimCode } from '#domain/claims/claim';
import { STATUS_LABELS } from '#domain/claims/labels';
import { Link } from '#ui/link';

/** In place of a form that would be refused once it was filled in. */
export function NotUnderWorkMessage({ claim }: { claim: Claim }) {
  const code = claimCode(claim.number);
  return (
    <p className="notice">
      {claim.status === 'suggested'
        ? 'This claim is only a suggestion: accept it first. '
        : `You cannot do this while the claim is ${STATUS_LABELS[claim.status].toLowerCase()}. `}
      <Link href={`/claims/${code}`}>Back to {code}</Link>
    </p>
  );
}
