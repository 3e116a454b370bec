import type { Claim } from '#data/claims/claims';
import { ClaimBar } from './claim-bar';

/** The head of a form on a claim: the way back, and what the claim says. */
export function ClaimHeading({ claim, title }: { claim: Claim; title: string }) {
  return (
    <>
      <ClaimBar claim={claim} isForm />
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          <p className="about-claim">{claim.text}</p>
        </div>
      </div>
    </>
  );
}
