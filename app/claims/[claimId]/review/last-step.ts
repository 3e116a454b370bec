import type { SignedIn } from '#accounts/signed-in';
import type { Claim } from '#data/claims/claims';
import type { Evidence } from '#data/evidence/evidence';
import type { ReturnedClaim } from '#data/review/came-back';
import type { Submission } from '#data/review/submissions';
import type { Signature, Verdict } from '#data/review/verdicts';
import { isUnderWork } from '#domain/claims/claim';
import { versionOut } from '#domain/review/verdict';

/** The last step of a claim on its way, as a sentence, with its time. */
export type Done = { readonly words: string; readonly at: Date };

type StepVerdict = Pick<
  Verdict,
  | 'n'
  | 'rating'
  | 'decidedBy'
  | 'decidedById'
  | 'decidedAt'
  | 'approval'
  | 'publications'
  | 'corrections'
>;
type StepEvidence = Pick<Evidence, 'addedBy' | 'addedById' | 'createdAt'> & {
  readonly source: Pick<Evidence['source'], 'title'>;
};

/**
 * The step that brought a claim where it is. It is read from the record, so that it is there after a
 * reload, without scripts, and for everybody else.
 *
 * @returns null before the first one, and for a claim that came back, which has a message of its own
 */
export function lastStep({
  claim: { status },
  verdicts,
  evidence,
  submission,
  back,
  person,
}: {
  claim: Pick<Claim, 'status'>;
  /** Newest first. */
  verdicts: readonly StepVerdict[];
  evidence: readonly StepEvidence[];
  submission: Submission | null;
  back: ReturnedClaim | null;
  person: Pick<SignedIn, 'id'>;
}): Done | null {
  const say = (
    step: Pick<Signature, 'by' | 'byId' | 'at'> | null | undefined,
    did: string,
  ): Done | null =>
    step ? { words: `${step.byId === person.id ? 'You' : step.by} ${did}.`, at: step.at } : null;
  const [latest] = verdicts;
  if (isUnderWork(status)) {
    const attached = evidence.toSorted((a, b) => Number(b.createdAt) - Number(a.createdAt))[0];
    const work = [
      latest &&
        say(
          { by: latest.decidedBy, byId: latest.decidedById, at: latest.decidedAt },
          `gave version ${latest.n} of the verdict: ${latest.rating.label}`,
        ),
      attached &&
        say(
          { by: attached.addedBy, byId: attached.addedById, at: attached.createdAt },
          `attached evidence from “${attached.source.title}”`,
        ),
    ].flatMap((each) => each ?? []);
    const last = work.toSorted((a, b) => Number(b.at) - Number(a.at))[0] ?? null;
    return last && back && back.at > last.at ? null : last;
  }
  if (!latest) return null;
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
