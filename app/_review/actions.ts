'use server';

import { revalidatePath } from 'next/cache';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { findClaimByNumber } from '#data/claims/claims';
import { takeStep as recordStep } from '#data/review/take-step';
import { parseClaimCode } from '#domain/claims/claim';
import { REVIEW_STEPS } from '#domain/review/steps';
import { emptyForm, type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { toAskedStep } from './asked-step';
import { explainStep } from './explain';
import { type StepField, stepSchema } from './schema';

/** Takes a step of the review, whichever button of it was pressed. */
export const takeReviewStep = keepingTyped(async function takeReviewStep(
  _previous: FormState<StepField>,
  formData: FormData,
): Promise<FormState<StepField>> {
  const form = parseForm(stepSchema, formData);
  if (!form.ok) {
    await permitted('desk.read');
    return form.refusal;
  }
  const { claimId, revision, step, duplicateOf, words, assignee, verdict } = form.value;
  const asked = toAskedStep(step, { words, assigneeId: assignee });
  const by = await permitted(REVIEW_STEPS[asked.step].permission);
  const other = await findOther(duplicateOf);
  if (other === 'unknown') {
    return reshow(stepSchema, formData, {
      fieldErrors: { duplicateOf: [`No claim has the code “${duplicateOf}”`] },
    });
  }
  const taken = await recordStep(
    { claimId, revision, ...asked, duplicateOfId: other, verdict: verdict ?? null },
    toActor(by),
  );
  revalidatePath('/', 'layout');
  if (!taken.ok) return reshow(stepSchema, formData, explainStep(taken.refusal));
  return emptyForm;
});

async function findOther(code: string | null): Promise<string | null | 'unknown'> {
  if (!code) return null;
  const number = parseClaimCode(code);
  const other = number === null ? null : await findClaimByNumber(number);
  return other?.id ?? 'unknown';
}
