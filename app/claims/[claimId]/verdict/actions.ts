'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { findClaim } from '#data/claims';
import { findRating } from '#data/ratings';
import { listVerdicts, recordVerdict, type Verdict } from '#data/verdicts';
import { claimCode } from '#domain/claim';
import { decideVerdict, type VerdictRefusal, type VerdictStatement } from '#domain/verdict';
import { type FormErrors, type FormState, parseForm, reshow } from '#forms/form-state';
import { explainWork } from '#review/explain';
import { reshowStale } from '../stale';
import { type VerdictField, verdictSchema } from './schema';

/** Gives a version of the verdict, on the claim and the evidence as the form showed them. */
export async function giveVerdict(
  claimId: string,
  _previous: FormState<VerdictField>,
  formData: FormData,
): Promise<FormState<VerdictField>> {
  const by = await permitted('verdict.give');
  const form = parseForm(verdictSchema, formData);
  if (!form.ok) return form.refusal;
  const { revision, rating: key, ...said } = form.value;
  const [claim, rating, verdicts] = await Promise.all([
    findClaim(claimId),
    findRating(key),
    listVerdicts(claimId),
  ]);
  if (!claim) notFound();
  if (!rating) {
    return reshow(verdictSchema, formData, { fieldErrors: { rating: ['Choose a rating'] } });
  }
  const page = `/claims/${claimCode(claim.number)}` as const;
  const statement = { rating, ...said };
  // Sent twice: the first one was recorded, and says the same.
  if (revision < claim.revision && isSame(verdicts[0], statement, by.id)) redirect(page);

  const decided = decideVerdict({ ...claim, revision }, statement, by.id);
  if (!decided.ok) return reshow(verdictSchema, formData, explain(decided.refusal));
  const recorded = await recordVerdict(decided.value, toActor(by));
  if (!recorded.ok) return reshowStale(verdictSchema, formData, claim, revision);
  redirect(`${page}#verdict-title`);
}

const isSame = (given: Verdict | undefined, statement: VerdictStatement, by: string) =>
  given?.decidedById === by &&
  given.rating.key === statement.rating.key &&
  given.explanation === statement.explanation;

function explain(refusal: VerdictRefusal): FormErrors<VerdictField> {
  switch (refusal.kind) {
    case 'ratingRetired':
      return {
        fieldErrors: { rating: [`“${refusal.label}” is no longer on the scale: choose another`] },
      };
    case 'noEvidence':
      return {
        formErrors: [
          'This rating needs evidence: attach what it rests on first, or choose one without a number',
        ],
      };
    case 'changeNoteMissing':
      return {
        fieldErrors: { changeNote: ['Enter what changed since the version before, and why'] },
      };
    default:
      return explainWork(refusal);
  }
}
