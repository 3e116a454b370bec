'use server';

import { revalidatePath } from 'next/cache';
import { notFound } from 'next/navigation';
import { signedIn, toActor } from '#accounts/signed-in';
import { recordStep } from '#data/claim-moves';
import { findClaim, findClaimByNumber } from '#data/claims';
import {
  claimCode,
  decideAccept,
  decideDismiss,
  decideUndo,
  parseClaimCode,
  type StepRefusal,
} from '#domain/claim';
import { STATUS_LABELS } from '#domain/labels';
import { emptyForm, type FormErrors, type FormState, parseForm, reshow } from '#forms/form-state';
import { type StepField, stepSchema } from './schema';

/** Accepts or dismisses a suggestion, or takes either back. */
export async function takeStep(
  _previous: FormState<StepField>,
  formData: FormData,
): Promise<FormState<StepField>> {
  const by = await signedIn();
  const form = parseForm(stepSchema, formData);
  if (!form.ok) return form.refusal;
  const { claimId, step, duplicateOf } = form.value;
  const claim = await findClaim(claimId);
  if (!claim) notFound();

  const asShown = { ...claim, revision: form.value.revision };
  const other = await findOther(duplicateOf);
  if (other === 'unknown') {
    return reshow(stepSchema, formData, {
      fieldErrors: { duplicateOf: [`No claim has the code “${duplicateOf}”`] },
    });
  }
  const decided =
    step === 'accept'
      ? decideAccept(asShown)
      : step === 'undo'
        ? decideUndo(asShown)
        : decideDismiss(asShown, step, other);
  if (!decided.ok) return reshow(stepSchema, formData, explain(decided.refusal));

  const recorded = await recordStep(decided.value, toActor(by));
  revalidatePath('/', 'layout');
  if (!recorded.ok) {
    return reshow(stepSchema, formData, {
      formErrors: [
        `Somebody changed ${claimCode(claim.number)} meanwhile: look at it as it is now, and choose again`,
      ],
    });
  }
  return emptyForm;
}

async function findOther(code: string | null): Promise<string | null | 'unknown'> {
  if (!code) return null;
  const number = parseClaimCode(code);
  const other = number === null ? null : await findClaimByNumber(number);
  return other?.id ?? 'unknown';
}

function explain(refusal: StepRefusal): FormErrors<StepField> {
  switch (refusal.kind) {
    case 'wrongStatus':
      return {
        formErrors: [
          `This cannot be done any more: the claim is ${STATUS_LABELS[refusal.status].toLowerCase()}`,
        ],
      };
    case 'workAttached':
      return {
        formErrors: ['Evidence or a verdict is attached to this claim, so it stays in the work'],
      };
    case 'reasonMissing':
      return { formErrors: ['Choose why the claim is dismissed: the reason is kept with it'] };
    case 'duplicateMissing':
      return {
        fieldErrors: { duplicateOf: ['Enter the code of the other claim, such as C-0142'] },
      };
    case 'duplicateOfItself':
      return { fieldErrors: { duplicateOf: ['A claim is no duplicate of itself: enter another'] } };
  }
}
