'use server';

import { redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordDocument } from '#data/documents/documents';
import { titleOf } from '#domain/documents/default-title';
import { readDocumentInput } from '#forms/document-input';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { type NewSourceFormField, newSourceSchema } from './schema';

/** Brings a source to the desk. A form sent twice brings one; an address the desk holds leads there. */
export const addSource = keepingTyped(async function addSource(
  _previous: FormState<NewSourceFormField>,
  formData: FormData,
): Promise<FormState<NewSourceFormField>> {
  const by = await permitted('source.add');
  const form = parseForm(newSourceSchema, formData);
  if (!form.ok) return form.refusal;
  const {
    id,
    title,
    kind = 'article',
    contact,
    confidentialReason,
    url,
    text,
    ...rest
  } = form.value;
  const { publisher, publishedOn } = rest;

  const input = await readDocumentInput(
    formData,
    { url, text },
    'Enter an address, choose a file or paste the text',
  );
  // An interview may have no copy at all.
  const isInterviewNote = !input.ok && kind === 'interview' && !url && !text && !input.refusal.file;
  if (!input.ok && !isInterviewNote) {
    return reshow(newSourceSchema, formData, { fieldErrors: input.refusal });
  }
  const origin = input.ok ? input.value : null;
  const named = title ?? (origin && origin.method !== 'paste' ? titleOf(null, origin) : null);
  if (!named) {
    return reshow(newSourceSchema, formData, {
      fieldErrors: { title: ['Enter the title of the source'] },
    });
  }
  const recorded = await recordDocument(
    {
      id,
      underCheck: false,
      kind,
      details: { title: named, publisher, author: null, url, publishedOn, language: null },
      contact,
      confidentialReason,
      origin,
    },
    toActor(by),
  );
  if (!recorded.ok && recorded.refusal.kind === 'addressTaken') {
    redirect(`/sources/${recorded.refusal.documentId}?held=yes`);
  }
  redirect(`/sources/${id}`);
});
