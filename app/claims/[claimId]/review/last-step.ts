import type { SignedIn } from '#accounts/signed-in';
import type { Claim } from '#data/claims/claims';
import type { ReturnedClaim } from '#data/review/came-back';
import type { Submission } from '#data/review/submissions';
import type { Signature, Verdict } from '#data/review/verdicts';
import { isUnderWork } from '#domain/claims/claim';
import { versionOut } from '#domain/review/verdict';

/** The last step of a claim on its way, as a sentence, with its time. */
export type Done = { readonly words: string; readonly at: Date };

/**
 * The step that brought a claim where it is. It is read from the record, so that it is there after a
 * reload, without scripts, and for everybody else.
 *
 * @returns null before the first one, and for a claim that came back, which has a message of its own
 */
export function lastStep({
  claim: { status },
  verdicts,
  submission,
  back,
  person,
}: {
  claim: Pick<Claim, 'status'>;
  /** Newest first. */
  verdicts: readonly Verdict[];
  submission: Submission | null;
  back: ReturnedClaim | null;
  person: Pick<SignedIn, 'name'>;
}): Done | null {
  const [latest] = verdicts;
  if (!latest) return null;
  const say = (step: Pick<Signature, 'by' | 'at'> | null | undefined, did: string): Done | null =>
    step ? { words: `${step.by === person.name ? 'You' : step.by} ${did}.`, at: step.at } : null;
  if (isUnderWork(status)) {
    if (back && back.at > latest.decidedAt) return null;
    const given = { by: latest.decidedBy, at: latest.decidedAt };
    return say(given, `gave version ${latest.n} of the verdict: ${latest.rating.label}`);
  }
  const out = versionOut(verdicts) ?? latest;
  switch (status) {
    case 'inReview':
      return say(submission, 'submitted this claim for approval');
    case 'approved':
      return say(latest.approval, `approved version ${latest.n} of the verdict`);
    case 'published':
      return say(out.publications.at(-1), `published version ${out.n} of the verdict`);
    case 'withdrawn':
      return say(out.corrections.at(-1), 'withdrew the verdict');
    default:
      return null;
  }
}
