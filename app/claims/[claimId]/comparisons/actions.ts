'use server';

import { revalidatePath } from 'next/cache';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { type RefusedPair, recordPair, recordPairTakenBack } from '#data/evidence/comparisons';
import { emptyForm, type FormErrors, type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { explainWork } from '#review/explain';
import { type PairField, pairSchema } from './schema';

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
