import type { Claim } from '#data/claims/claims';
import { claimCode } from '#domain/claims/claim';
import { Link } from '#ui/link';
import { Live } from './live/live';

/** The head of a form on a claim: the way back, and what the claim says. */
export function ClaimHeading({ claim, title }: { claim: Claim; title: string }) {
  const code = claimCode(claim.number);
  return (
    <>
      <Live claim={claim} isForm />
      <p className="crumbs">
        <Link href={`/claims/${code}`}>{code}</Link>
      </p>
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          <p className="about-claim">{claim.text}</p>
        </div>
      </div>
    </>
  );
}
