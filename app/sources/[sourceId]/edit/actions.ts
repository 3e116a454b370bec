'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordDetails } from '#data/articles';
import { findSource } from '#data/sources';
import { reshowChanged } from '#forms/document-details';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { findSourceOf } from '../source-of';
import { type SourceField, sourceSchema } from './schema';

/** Corrects what the desk knows of a source. Its copies stay as they are. */
export async function editSource(
  id: string,
  _previous: FormState<SourceField>,
  formData: FormData,
): Promise<FormState<SourceField>> {
  const by = await permitted('source.edit');
  const form = parseForm(sourceSchema, formData);
  if (!form.ok) return form.refusal;
  const source = await findSourceOf(id, by);
  if (!source || source.underCheck) notFound();

  const { revision, derivedFrom, ...given } = form.value;
  const details = { ...given, confidential: given.confidentialReason !== null };
  const repeats = derivedFrom || null;
  if (repeats && !(await findSource(repeats))) {
    return reshow(sourceSchema, formData, {
      fieldErrors: { derivedFrom: ['This source is not at the desk any more: choose another'] },
    });
  }
  const edit = { id, revision, details: { ...details, derivedFromId: repeats } };
  const recorded = await recordDetails('source', edit, new Map(), toActor(by));
  if (!recorded.ok && recorded.refusal.kind === 'derivedFromItself') {
    return reshow(sourceSchema, formData, {
      fieldErrors: {
        derivedFrom: ['That source goes back to this one: choose the one that came first'],
      },
    });
  }
  const changed = recorded.ok ? null : reshowChanged(formData, source, details);
  if (changed) {
    const { formErrors, changes } = changed;
    const shown = reshow(sourceSchema, formData, { formErrors, changes });
    return { ...shown, values: { ...shown.values, revision: String(source.revision) } };
  }
  redirect(`/sources/${id}`);
}
