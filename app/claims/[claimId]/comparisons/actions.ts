'use server';

import { revalidatePath } from 'next/cache';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import {
  type RefusedPair,
  recordDerivedPair,
  recordPair,
  recordPairTakenBack,
} from '#data/evidence/pairs';
import { isDeriveRefusal, refusalInWords } from '#domain/derived/derive';
import { takesMany } from '#domain/derived/operation';
import { emptyForm, type FormErrors, type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { explainWork } from '#review/explain';
import { type CalculationField, calculationSchema, type PairField, pairSchema } from './schema';

/** Holds a figure of the claim against one of its evidence, or takes that back. */
export const pairFigures = keepingTyped(async function pairFigures(
  claimId: string,
  _previous: FormState<PairField>,
  formData: FormData,
): Promise<FormState<PairField>> {
  const by = await permitted('figure.compare');
  if (!areIds(claimId)) notFound();
  const form = parseForm(pairSchema, formData);
  if (!form.ok) return form.refusal;
  const { step, figure, found, pair } = form.value;
  if (step === 'compare' && !(figure && found)) {
    return reshow(pairSchema, formData, {
      fieldErrors: { found: ['Choose a figure in the evidence'] },
    });
  }
  const recorded =
    step === 'takeBack'
      ? await recordPairTakenBack(claimId, pair ?? '', toActor(by))
      : await recordPair(
          claimId,
          { claimQuantityId: figure ?? '', evidenceQuantityId: found ?? '' },
          toActor(by),
        );
  if (!recorded.ok) {
    if (recorded.refusal.kind === 'noSuchClaim') notFound();
    // Sent twice: the first one was recorded.
    if (recorded.refusal.kind !== 'alreadyPaired') {
      return reshow(pairSchema, formData, explain(recorded.refusal));
    }
  }
  revalidatePath('/', 'layout');
  return emptyForm;
});

/** Holds a figure of the claim against a calculation of figures of its evidence. */
export const calculateFigure = keepingTyped(async function calculateFigure(
  claimId: string,
  _previous: FormState<CalculationField>,
  formData: FormData,
): Promise<FormState<CalculationField>> {
  const by = await permitted('figure.compare');
  if (!areIds(claimId)) notFound();
  const form = parseForm(calculationSchema, formData);
  if (!form.ok) return form.refusal;
  const { figure, operation, first, second, more } = form.value;
  const others = takesMany(operation) ? more.filter((id) => id !== first && id !== second) : [];
  const recorded = await recordDerivedPair(
    claimId,
    { claimQuantityId: figure, operation, operandIds: [first, second, ...others] },
    toActor(by),
  );
  if (!recorded.ok) {
    const { refusal } = recorded;
    if (refusal.kind === 'noSuchClaim') notFound();
    // Sent twice: the first one was recorded.
    if (refusal.kind !== 'alreadyPaired') {
      return reshow(
        calculationSchema,
        formData,
        isDeriveRefusal(refusal)
          ? { formErrors: [refusalInWords(refusal)] }
          : (explain(refusal) as FormErrors<CalculationField>),
      );
    }
  }
  revalidatePath('/', 'layout');
  return emptyForm;
});

function explain(refusal: Exclude<RefusedPair, { kind: 'alreadyPaired' }>): FormErrors<PairField> {
  switch (refusal.kind) {
    case 'noSuchFigure':
      return {
        formErrors: ['One of the two figures was removed: reload the page and choose again'],
      };
    case 'misquoted':
      return {
        formErrors: [
          'This quote has another figure than the desk’s copy: correct the quote first, or correct the figure to match the source',
        ],
      };
    default:
      return explainWork(refusal);
  }
}
