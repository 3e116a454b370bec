import type { EvidenceStatement } from '../evidence/stance';
import { findQuote, type QuoteFind } from '../quotes/find-quote';
import { accept, type Result } from '../result';
import { type ClaimState, type ClaimStep, decideTake, type StepRefusal } from './steps';

export type EvidenceDecision = {
  readonly claimId: string;
  readonly revision: number;
  readonly take: ClaimStep | null;
  readonly statement: EvidenceStatement;
  /** Null while the copy of the source is not there: the quote is looked for as soon as it is. */
  readonly find: QuoteFind | null;
};

/**
 * Decides whether evidence may be attached to a claim.
 *
 * A quote that is not in the source is not refused, since the reviewer may have a better copy than
 * the pasted one; it is recorded as absent, with a clear warning wherever the evidence is shown.
 *
 * @param source  where the quote was found; or a text short enough to look for it here
 */
export function decideEvidence(
  claim: ClaimState,
  statement: EvidenceStatement,
  { by, ...source }: { by: string } & ({ find: QuoteFind | null } | { sourceText: string }),
): Result<EvidenceDecision, StepRefusal> {
  const take = decideTake(claim, by);
  if (!take.ok) return take;
  return accept({
    claimId: claim.id,
    revision: claim.revision,
    take: take.value,
    statement,
    find: 'find' in source ? source.find : findQuote(source.sourceText, statement.quote),
  });
}
