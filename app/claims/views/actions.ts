'use server';

import type { Route } from 'next';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordSavedView, recordViewRemoval } from '#data/reports/saved-views';
import { isPermitted } from '#domain/people/permission';
import type { RefusedView } from '#domain/search/saved-view';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { pressed } from '#forms/pressed';
import { toId } from '#http/query';
import { readView, toQuery } from '../address';
import { type ViewField, viewSchema } from './schema';

/** Saves the list that is shown under a name, for the person or for the desk. */
export const saveView = keepingTyped(async function saveView(
  _previous: FormState<ViewField>,
  formData: FormData,
): Promise<FormState<ViewField>> {
  const isOfDesk = formData.get('isOfDesk') === 'yes';
  const by = isOfDesk ? await permitted('view.share') : await permitted('view.save');
  const form = parseForm(viewSchema, formData);
  if (!form.ok) return form.refusal;
  const { id, name, query } = form.value;
  // Only what a list can be asked for is saved, whatever the form sends.
  const address = toQuery(readView(Object.fromEntries(new URLSearchParams(query ?? ''))));
  const saved = await recordSavedView({ id, name, query: address, isOfDesk }, toActor(by));
  if (!saved.ok) {
    return reshow(viewSchema, formData, { fieldErrors: { name: [toWords(saved.refusal)] } });
  }
  revalidatePath('/claims');
  redirect(`/claims${address}` as Route);
});

function toWords(refusal: RefusedView): string {
  return refusal.kind === 'nameTaken'
    ? `There is a view “${refusal.name}” already: choose another name`
    : `There are ${refusal.most} views already: remove one first`;
}

/** Removes a saved view. */
export const removeView = pressed(async function removeView(formData: FormData) {
  const by = await permitted('view.save');
  const id = toId(String(formData.get('view') ?? ''));
  if (id) await recordViewRemoval(id, isPermitted(by.role, 'view.share'), toActor(by));
  revalidatePath('/claims');
});
