'use server';

import { revalidatePath } from 'next/cache';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import type { RefusedPlan } from '#data/review/planning';
import { type Outcome, planEach, takeStepOnEach } from '#data/review/selection';
import type { RefusedStep } from '#data/review/take-step';
import { STEP_DONE } from '#domain/review/labels';
import { REVIEW_STEPS } from '#domain/review/steps';
import { emptyForm, parseForm } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { stepRefusalInWords } from '#review/explain';
import { type BulkState, bulkSchema } from './schema';

/** Takes one step with each of the chosen claims, and says what became of them. */
export const takeBulkStep = keepingTyped(async function takeBulkStep(
  _previous: BulkState,
  formData: FormData,
): Promise<BulkState> {
  const form = parseForm(bulkSchema, formData);
  if (!form.ok) {
    await permitted('desk.read');
    return form.refusal;
  }
  const { claim: chosen, step, dismissReason, words, assignee, ...plan } = form.value;
  if (step === 'plan') {
    const by = await permitted('claim.plan');
    const change = {
      ...(plan.priority && { priority: plan.priority }),
      ...((plan.dueOn || plan.noDueDay) && { dueOn: plan.noDueDay ? null : plan.dueOn }),
    };
    const outcome = await planEach(chosen, change, toActor(by));
    revalidatePath('/', 'layout');
    return summarise(outcome, 'planned');
  }
  const asked = {
    step,
    words,
    dismissReason: dismissReason ?? null,
    assigneeId: assignee ?? null,
  };
  const by = await permitted(REVIEW_STEPS[asked.step].permission);
  const outcome = await takeStepOnEach(chosen, asked, toActor(by));
  revalidatePath('/', 'layout');
  return summarise(outcome, STEP_DONE[step]);
});

function summarise(
  { done, refused }: Outcome<RefusedStep | RefusedPlan>,
  didWhat: string,
): BulkState {
  return {
    ...emptyForm,
    // They stay chosen: what to do with them instead is the next question.
    values: { claim: refused.map(({ number }) => number).join('\n') },
    summary: {
      done: done > 0 ? `${done.toLocaleString('en')} ${didWhat}` : null,
      refused: refused.map(({ refusal, ...claim }) => ({
        ...claim,
        why:
          refusal.kind === 'alreadyPlanned'
            ? 'The claim already has this priority and this due date.'
            : stepRefusalInWords(refusal),
      })),
    },
  };
}
