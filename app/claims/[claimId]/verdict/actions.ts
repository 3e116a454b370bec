'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { findClaim } from '#data/claims/claims';
import { findComparedFigures, toSuggesting } from '#data/evidence/comparisons';
import { findRating, listRatings } from '#data/review/ratings';
import { listVerdicts, recordVerdict } from '#data/review/verdicts';
import { claimCode } from '#domain/claims/claim';
import { suggestRating } from '#domain/review/rating-suggestion';
import { decideVerdict, saysTheSame, type VerdictRefusal } from '#domain/review/verdict';
import { type FormErrors, type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { explainWork } from '#review/explain';
import { reshowStale } from '#review/stale';
import { type VerdictField, verdictSchema } from './schema';

/** Gives a version of the verdict, on the claim and the evidence as the form showed them. */
export const giveVerdict = keepingTyped(async function giveVerdict(
  claimId: string,
  _previous: FormState<VerdictField>,
  formData: FormData,
): Promise<FormState<VerdictField>> {
  const by = await permitted('verdict.give');
  if (!areIds(claimId)) notFound();
  const form = parseForm(verdictSchema, formData);
  if (!form.ok) return form.refusal;
  const { revision, rating: key, otherwiseReason, ...content } = form.value;
  const [claim, rating, verdicts, ratings, { comparisons }] = await Promise.all([
    findClaim(claimId),
    findRating(key),
    listVerdicts(claimId, true),
    listRatings(),
    findComparedFigures(claimId),
  ]);
  if (!claim) notFound();
  if (!rating) {
    return reshow(verdictSchema, formData, { fieldErrors: { rating: ['Choose a rating'] } });
  }
  const page = `/claims/${claimCode(claim.number)}` as const;
  const statement = { rating, ...content };
  // Sent twice: the first one was recorded, and says the same.
  const [last] = verdicts;
  const isMine = last?.decidedById === by.id;
  if (revision < claim.revision && isMine && saysTheSame(last, statement, otherwiseReason)) {
    redirect(page);
  }

  // A claim that has moved on since is refused as stale below, so these are what the form showed.
  const suggested = suggestRating(toSuggesting(comparisons), ratings)?.rating ?? null;
  const compared = { suggested, otherwiseReason };
  const decided = decideVerdict({ ...claim, revision }, statement, by.id, compared);
  if (!decided.ok) return reshow(verdictSchema, formData, explain(decided.refusal));
  const recorded = await recordVerdict(decided.value, toActor(by));
  if (!recorded.ok) return reshowStale(verdictSchema, formData, claim, revision);
  redirect(page);
});

function explain(refusal: VerdictRefusal): FormErrors<VerdictField> {
  switch (refusal.kind) {
    case 'ratingRetired':
      return {
        fieldErrors: {
          rating: [`“${refusal.label}” is no longer on the scale: choose another rating`],
        },
      };
    case 'noEvidence':
      return {
        formErrors: [
          'This rating needs evidence: attach evidence first, or choose a rating without a number',
        ],
      };
    case 'changeNoteMissing':
      return {
        fieldErrors: { changeNote: ['Enter what changed since the earlier version, and why'] },
      };
    case 'otherwiseReasonMissing':
      return {
        fieldErrors: {
          otherwiseReason: [
            `The figures suggest “${refusal.suggested}”: enter the reason for a different rating`,
          ],
        },
      };
    default:
      return explainWork(refusal);
  }
}
