'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { findClaim } from '#data/claims/claims';
import { recordLookedAgain } from '#data/claims/recheck';
import { claimCode } from '#domain/claims/claim';
import { type FormState, parseForm } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { type LookAgainField, lookAgainSchema } from './schema';

/** Notes that somebody looked again at a claim whose source changed, and what they found. */
export const noteLook = keepingTyped(async function noteLook(
  claimId: string,
  _previous: FormState<LookAgainField>,
  formData: FormData,
): Promise<FormState<LookAgainField>> {
  const by = await permitted('evidence.edit');
  if (!areIds(claimId)) notFound();
  const form = parseForm(lookAgainSchema, formData);
  if (!form.ok) return form.refusal;
  const claim = await findClaim(claimId);
  if (!claim) notFound();
  // Somebody who was faster has said what they found: the page shows it.
  await recordLookedAgain(claim.id, form.value.words, toActor(by));
  redirect(`/claims/${claimCode(claim.number)}`);
});
