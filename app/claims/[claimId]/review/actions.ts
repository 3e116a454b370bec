'use server';

import { revalidatePath } from 'next/cache';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { findClaim, recordWording, toWording } from '#data/claims/claims';
import { recordWaiver, recordWaiverTakenBack } from '#data/review/take-step';
import { isEditable } from '#domain/claims/claim';
import { isWaivable, MIN_WAIVER_LENGTH } from '#domain/review/gates';
import { emptyForm, type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { explainWork } from '#review/explain';
import { reshowStale } from '#review/stale';
import {
  type ClaimantField,
  claimantSchema,
  REASON_TOO_SHORT,
  type WaiverField,
  waiverSchema,
} from './schema';

/** Passes a gate with a reason, or takes the reason back. */
export const waiveGate = keepingTyped(async function waiveGate(
  claimId: string,
  _previous: FormState<WaiverField>,
  formData: FormData,
): Promise<FormState<WaiverField>> {
  const by = await permitted('gate.waive');
  if (!areIds(claimId)) notFound();
  const form = parseForm(waiverSchema, formData);
  if (!form.ok) return form.refusal;
  const claim = await findClaim(claimId);
  if (!claim) notFound();

  const { revision, gate, step, reason } = form.value;
  if (!isWaivable(gate)) {
    return reshow(waiverSchema, formData, {
      formErrors: ['This check cannot be passed with a reason: do what the check asks'],
    });
  }
  if (step === 'waive' && reason.length < MIN_WAIVER_LENGTH) {
    return reshow(waiverSchema, formData, { fieldErrors: { reason: [REASON_TOO_SHORT] } });
  }
  const at = { claimId, revision, gate };
  const recorded =
    step === 'waive'
      ? await recordWaiver({ ...at, reason }, toActor(by))
      : await recordWaiverTakenBack(at, toActor(by));
  if (!recorded.ok) {
    return recorded.refusal.kind === 'stale'
      ? reshowStale(waiverSchema, formData, claim, revision)
      : reshow(waiverSchema, formData, explainWork(recorded.refusal));
  }
  revalidatePath('/', 'layout');
  return emptyForm;
});

/** Names the claimant of a claim, or says why nobody knows the claimant. */
export const nameClaimant = keepingTyped(async function nameClaimant(
  claimId: string,
  _previous: FormState<ClaimantField>,
  formData: FormData,
): Promise<FormState<ClaimantField>> {
  const by = await permitted('claim.edit');
  if (!areIds(claimId)) notFound();
  const form = parseForm(claimantSchema, formData);
  if (!form.ok) return form.refusal;
  const claim = await findClaim(claimId);
  if (!claim) notFound();
  const { status } = claim;
  if (!isEditable(status)) {
    return reshow(claimantSchema, formData, explainWork({ kind: 'wrongStatus', status }));
  }
  const { revision, claimant, claimantUnknownReason } = form.value;
  if (!claimant && !claimantUnknownReason) {
    return reshow(claimantSchema, formData, { fieldErrors: { claimant: [NO_CLAIMANT] } });
  }
  const wording = { ...toWording(claim), claimant, claimantUnknownReason };
  const recorded = await recordWording({ ...claim, revision }, wording, toActor(by));
  if (!recorded.ok) return reshowStale(claimantSchema, formData, claim, revision);
  revalidatePath('/', 'layout');
  return emptyForm;
});

const NO_CLAIMANT = 'Enter the claimant, or the reason why the claimant is not known';
