'use server';

import { notFound, redirect } from 'next/navigation';
import { signedIn, toActor } from '#accounts/signed-in';
import { recordDetails } from '#data/articles';
import { findSource } from '#data/evidence';
import { type DocumentField, differencesInWords, documentSchema } from '#forms/document-details';
import { type FormState, parseForm, reshow } from '#forms/form-state';

/** Corrects what the desk knows of a source. Its copy stays as it is. */
export async function editSource(
  id: string,
  _previous: FormState<DocumentField>,
  formData: FormData,
): Promise<FormState<DocumentField>> {
  const by = await signedIn();
  const form = parseForm(documentSchema, formData);
  if (!form.ok) return form.refusal;
  const source = await findSource(id);
  if (!source || source.underCheck) notFound();

  const { revision, ...given } = form.value;
  const details = { ...given, language: source.language };
  const edit = { id, revision, details };
  const recorded = await recordDetails('source', edit, new Map(), toActor(by));
  if (!recorded.ok) {
    const changes = differencesInWords(source, details);
    // Sent twice: what it asks for is there already.
    if (changes.length === 0) redirect(`/sources/${id}`);
    const state = reshow(documentSchema, formData, {
      formErrors: [
        'Somebody changed these details while you were writing. What you typed is still here: save again to put it in place of theirs',
      ],
      changes,
    });
    return { ...state, values: { ...state.values, revision: String(source.revision) } };
  }
  redirect(`/sources/${id}`);
}
