'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { findClaim, recordWording, toWording } from '#data/claims/claims';
import { claimCode, isEditable } from '#domain/claims/claim';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { explainWork } from '#review/explain';
import { reshowStale } from '#review/stale';
import { figuresOfWording } from '#work/reworded';
import { type WordingField, wordingSchema } from './schema';

/** Changes the wording of a claim, unless somebody else changed the claim meanwhile. */
export const editClaim = keepingTyped(async function editClaim(
  claimId: string,
  _previous: FormState<WordingField>,
  formData: FormData,
): Promise<FormState<WordingField>> {
  const by = await permitted('claim.edit');
  if (!areIds(claimId)) notFound();
  const form = parseForm(wordingSchema, formData);
  if (!form.ok) return form.refusal;
  const claim = await findClaim(claimId);
  if (!claim) notFound();

  if (!isEditable(claim.status)) {
    const { status } = claim;
    return reshow(wordingSchema, formData, explainWork({ kind: 'wrongStatus', status }));
  }

  const { revision, checkable, ...given } = form.value;
  const wording = { ...given, checkable: checkable === 'yes' };
  const page = `/claims/${claimCode(claim.number)}` as const;
  // Sent twice, or nothing changed: what is wanted is there already.
  if (isSame(toWording(claim), wording)) redirect(page);

  const figures = figuresOfWording(claim, wording.text);
  const recorded = await recordWording({ ...claim, revision }, wording, toActor(by), figures);
  if (!recorded.ok) return reshowStale(wordingSchema, formData, claim, revision);
  redirect(page);
});

const isSame = <Record extends object>(a: Record, b: Record) =>
  (Object.keys(b) as (keyof Record)[]).every((key) => a[key] === b[key]);
