'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordDetails } from '#data/articles';
import { findSource } from '#data/evidence';
import { type DocumentField, documentSchema, reshowChanged } from '#forms/document-details';
import { type FormState, parseForm, reshow } from '#forms/form-state';

/** Corrects what the desk knows of a source. Its copy stays as it is. */
export async function editSource(
  id: string,
  _previous: FormState<DocumentField>,
  formData: FormData,
): Promise<FormState<DocumentField>> {
  const by = await permitted('source.edit');
  const form = parseForm(documentSchema, formData);
  if (!form.ok) return form.refusal;
  const source = await findSource(id);
  if (!source || source.underCheck) notFound();

  const { revision, derivedFrom, ...given } = form.value;
  const details = { ...given, language: source.language };
  const repeats = derivedFrom || null;
  if (repeats && !(await findSource(repeats))) {
    return reshow(documentSchema, formData, {
      fieldErrors: { derivedFrom: ['This source is not at the desk any more: choose another'] },
    });
  }
  const edit = { id, revision, details: { ...details, derivedFromId: repeats } };
  const recorded = await recordDetails('source', edit, new Map(), toActor(by));
  if (!recorded.ok && recorded.refusal.kind === 'derivedFromItself') {
    return reshow(documentSchema, formData, {
      fieldErrors: {
        derivedFrom: ['That source goes back to this one: choose the one that came first'],
      },
    });
  }
  const changed = recorded.ok ? null : reshowChanged(formData, source, details);
  if (changed) return changed;
  redirect(`/sources/${id}`);
}
