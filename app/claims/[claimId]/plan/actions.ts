'use server';

import { revalidatePath } from 'next/cache';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { findClaim } from '#data/claims/claims';
import { recordPlan } from '#data/review/planning';
import { STATUS_LABELS } from '#domain/claims/labels';
import { emptyForm, type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { reshowStale } from '#review/stale';
import { type PlanField, planSchema } from './schema';

/** Sets priority and due day, unless somebody else changed the claim meanwhile. */
export const planClaim = keepingTyped(async function planClaim(
  claimId: string,
  _previous: FormState<PlanField>,
  formData: FormData,
): Promise<FormState<PlanField>> {
  const by = await permitted('claim.plan');
  if (!areIds(claimId)) notFound();
  const form = parseForm(planSchema, formData);
  if (!form.ok) return form.refusal;
  const { revision, ...plan } = form.value;
  const recorded = await recordPlan({ claimId, revision, ...plan }, toActor(by));
  const claim = await findClaim(claimId);
  if (!claim) notFound();
  if (recorded.ok || recorded.refusal.kind === 'alreadyPlanned') {
    revalidatePath('/', 'layout');
    const { priority, dueOn } = claim;
    return {
      ...emptyForm,
      values: { priority, dueOn: dueOn ?? '', revision: String(claim.revision) },
    };
  }
  if (recorded.refusal.kind === 'stale') {
    return reshowStale(planSchema, formData, claim, revision);
  }
  return reshow(planSchema, formData, {
    formErrors: [
      `The plan cannot change any more: the claim is ${STATUS_LABELS[claim.status].toLowerCase()}`,
    ],
  });
});
