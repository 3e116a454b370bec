import { findLastSeq } from '#data/claims/live';
import { type ClaimStatus, claimCode } from '#domain/claims/claim';
import { openForms } from './answer';
import { LiveBar } from './live-bar';
import './live.css';

/** On a claim's page and its forms: who else is there, and what they changed since it was made. */
export function Live({
  claim,
  isForm,
}: {
  claim: {
    readonly id: string;
    readonly number: number;
    readonly revision: number;
    readonly status: ClaimStatus;
  };
  isForm: boolean;
}) {
  return (
    <LiveBar
      code={claimCode(claim.number)}
      revision={claim.revision}
      seq={findLastSeq(claim.id)}
      forms={openForms(claim.status)}
      isForm={isForm}
    />
  );
}
