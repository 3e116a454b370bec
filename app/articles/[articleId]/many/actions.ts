'use server';

import { revalidatePath } from 'next/cache';
import { notFound } from 'next/navigation';
import type { z } from 'zod';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { type Claim, findClaim, recordWording, toWording } from '#data/claims/claims';
import type { Actor } from '#data/record/record-events';
import { type ClaimWording, claimCode, isEditable } from '#domain/claims/claim';
import { STATUS_LABELS } from '#domain/claims/labels';
import { emptyForm, type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { type ManyField, manySchema } from './schema';

/** Gives many claims of an article one claimant, kind, place or day. Each is recorded on its own. */
export const changeMany = keepingTyped(async function changeMany(
  articleId: string,
  _previous: FormState<ManyField>,
  formData: FormData,
): Promise<FormState<ManyField>> {
  const by = await permitted('claim.edit');
  if (!areIds(articleId)) notFound();
  const form = parseForm(manySchema, formData);
  if (!form.ok) return form.refusal;
  const { claim: chosen, ...given } = form.value;
  if (Object.values(given).every((value) => value === null)) {
    return reshow(manySchema, formData, {
      formErrors: ['Fill in at least one field: the selected claims get what you enter'],
    });
  }
  const refusals: string[] = [];
  for (const { id, revision } of chosen) {
    const claim = await findClaim(id);
    if (claim?.article.id !== articleId) continue;
    const refusal = await change({ ...claim, revision }, given, toActor(by));
    if (refusal) refusals.push(`${claimCode(claim.number)}: ${refusal}`);
  }
  revalidatePath('/', 'layout');
  return refusals.length === 0 ? emptyForm : reshow(manySchema, formData, { formErrors: refusals });
});

type Given = Omit<z.output<typeof manySchema>, 'claim'>;

/** Changes one claim; returns why it did not. */
async function change(claim: Claim, given: Given, actor: Actor): Promise<string | null> {
  if (!isEditable(claim.status)) {
    return `You cannot edit a claim that is ${STATUS_LABELS[claim.status].toLowerCase()}`;
  }
  const stored = toWording(claim);
  const wording: ClaimWording = {
    ...stored,
    ...(given.kind && { kind: given.kind }),
    ...(given.place && { place: given.place }),
    ...(given.saidOn && { saidOn: given.saidOn }),
    ...(given.eventOn && { eventOn: given.eventOn }),
    ...(given.claimant &&
      given.claimant !== stored.claimant && {
        claimant: given.claimant,
        claimantRole: null,
        claimantUnknownReason: null,
      }),
  };
  const isSame = (Object.keys(stored) as (keyof ClaimWording)[]).every(
    (field) => wording[field] === stored[field],
  );
  if (isSame) return null;
  const recorded = await recordWording(claim, wording, actor);
  return recorded.ok ? null : 'Another person changed this claim: read the change, then try again';
}
