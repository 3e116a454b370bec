'use server';

import { notFound, redirect } from 'next/navigation';
import type { z } from 'zod';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { findClaim } from '#data/claims/claims';
import { type RecordedFigure, recordFigure, recordFigureRemoval } from '#data/claims/figures';
import { findEvidence } from '#data/evidence/evidence';
import {
  findEvidenceFigure,
  recordEvidenceFigure,
  recordEvidenceFigureRemoval,
} from '#data/evidence/evidence-figures';
import { claimCode, isEditable, isUnderWork } from '#domain/claims/claim';
import {
  decideFigure,
  type FigureRefusal,
  isStoredSo,
  placeFigure,
  toTypedUnit,
} from '#domain/figures/edit';
import type { Figure } from '#domain/figures/figure';
import { type Result, refuse } from '#domain/result';
import { readOneFigure } from '#engine/figures/read-figures';
import { type FormErrors, type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { explainWork } from '#review/explain';
import { reshowStale } from '#review/stale';
import { type FigureField, figureSchema } from './schema';

/** Adds, corrects or removes a figure of a claim. A form sent twice adds one. */
export const saveFigure = keepingTyped(async function saveFigure(
  claimId: string,
  figureId: string,
  _previous: FormState<FigureField>,
  formData: FormData,
): Promise<FormState<FigureField>> {
  const by = await permitted('figure.edit');
  if (!areIds(claimId, figureId)) notFound();
  const form = parseForm(figureSchema, formData);
  if (!form.ok) return form.refusal;
  const claim = await findClaim(claimId);
  if (!claim) notFound();

  if (!isEditable(claim.status)) {
    const { status } = claim;
    return reshow(figureSchema, formData, explainWork({ kind: 'wrongStatus', status }));
  }

  const { revision, step, leading } = form.value;
  const page = `/claims/${claimCode(claim.number)}` as const;
  const asShown = { ...claim, revision };
  const known = claim.quantities.find(({ id }) => id === figureId);
  if (step === 'remove') {
    if (!known) redirect(page);
    const removed = await recordFigureRemoval(asShown, known, toActor(by));
    if (!removed.ok) return reshowStale(figureSchema, formData, claim, revision);
    redirect(page);
  }
  const decided = decide(form.value, known ?? null);
  if (!decided.ok) return reshow(figureSchema, formData, explain(decided.refusal));

  const { surface } = form.value;
  const edit = {
    figure: decided.value,
    place: placeFigure(surface, claim.appearance, known ?? null),
    ...whenOf(form.value),
    leading: leading === 'yes',
  };
  const recorded = await recordFigure(asShown, figureId, edit, toActor(by));
  if (!recorded.ok) {
    // Sent twice: the first one was recorded, and all it asks for is there.
    if (known && isStoredSo(known, edit)) redirect(page);
    return reshowStale(figureSchema, formData, claim, revision);
  }
  redirect(page);
});

/** Adds, corrects or removes a figure in the quote of a piece of evidence. */
export const saveEvidenceFigure = keepingTyped(async function saveEvidenceFigure(
  evidenceId: string,
  figureId: string,
  _previous: FormState<FigureField>,
  formData: FormData,
): Promise<FormState<FigureField>> {
  const by = await permitted('figure.edit');
  if (!areIds(evidenceId, figureId)) notFound();
  const form = parseForm(figureSchema, formData);
  if (!form.ok) return form.refusal;
  const evidence = await findEvidence(evidenceId);
  const claim = evidence && (await findClaim(evidence.claimId));
  if (!claim) notFound();
  if (!isUnderWork(claim.status)) {
    const { status } = claim;
    return reshow(figureSchema, formData, explainWork({ kind: 'wrongStatus', status }));
  }

  const { revision, step, surface } = form.value;
  const page = `/claims/${claimCode(claim.number)}` as const;
  const asShown = { id: claim.id, revision };
  const known = (await findEvidenceFigure(claim.id, figureId))?.figure ?? null;
  if (step === 'remove') {
    if (!known) redirect(page);
    const removed = await recordEvidenceFigureRemoval(asShown, known, toActor(by));
    if (!removed.ok) return reshowStale(figureSchema, formData, claim, revision);
    redirect(`${page}#figures-title`);
  }
  const decided = decide(form.value, known);
  if (!decided.ok) return reshow(figureSchema, formData, explain(decided.refusal));
  const quote = {
    start: evidence.find.found === 'absent' ? 0 : evidence.find.start,
    exact: evidence.quote,
  };
  const edit = {
    figure: decided.value,
    place: placeFigure(surface, quote, known),
    ...whenOf(form.value),
  };
  const recorded = await recordEvidenceFigure(
    asShown,
    evidence.id,
    figureId,
    known,
    edit,
    toActor(by),
  );
  if (!recorded.ok && !(known && isStoredSo(known, { ...edit, leading: false }))) {
    return reshowStale(figureSchema, formData, claim, revision);
  }
  redirect(`${page}#figures-title`);
});

type Given = z.output<typeof figureSchema>;

type Refused = FigureRefusal | { readonly kind: 'unitAndCounted' };

function decide(given: Given, known: RecordedFigure | null): Result<Figure, Refused> {
  if (given.unit !== null && given.counted !== null && !given.chosenUnit) {
    return refuse({ kind: 'unitAndCounted' });
  }
  return decideFigure(
    {
      ...given,
      unit: toTypedUnit(given),
      qualifier: given.qualifier || null,
      statistic: given.statistic || null,
    },
    readOneFigure(given.surface),
    known,
  );
}

const whenOf = ({ asOf, cumulative }: Given) => ({
  asOf,
  cumulative: cumulative ? cumulative === 'yes' : null,
});

function explain(refusal: Refused): FormErrors<FigureField> {
  switch (refusal.kind) {
    case 'notADecimal':
      return {
        fieldErrors: {
          [refusal.field]: [
            `“${refusal.text}” is not a number: write digits and a decimal point, for example 4,500 or 0.5`,
          ],
        },
      };
    case 'unknownUnit':
      return {
        fieldErrors: {
          unit: [
            `The desk does not know the unit “${refusal.text}”: if it is a thing that is counted, enter it as the counted thing`,
          ],
        },
      };
    case 'unitAndCounted':
      return {
        fieldErrors: { counted: ['Enter a unit or a counted thing, not both: empty one of them'] },
      };
    case 'noNumber':
      return {
        fieldErrors: { value: ['There is no number in these words: enter the value yourself'] },
      };
    case 'rangeReversed':
      return {
        fieldErrors: { high: ['The upper end is below the lower end: change one of them'] },
      };
  }
}
