'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordCaptureAgain } from '#data/captures/retake';
import { readDocumentInput } from '#forms/document-input';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { findSourceOf } from '../../source-of';
import { type TakeCaptureField, takeCaptureSchema } from './schema';

/**
 * Adds another copy of a document: from an address, a file or a pasted text. A form sent twice adds it
 * once.
 */
export const takeCapture = keepingTyped(async function takeCapture(
  sourceId: string,
  _previous: FormState<TakeCaptureField>,
  formData: FormData,
): Promise<FormState<TakeCaptureField>> {
  const by = await permitted('source.add');
  if (!areIds(sourceId)) notFound();
  const form = parseForm(takeCaptureSchema, formData);
  if (!form.ok) return form.refusal;
  const input = await readDocumentInput(
    formData,
    form.value,
    'Enter an address, choose a file or paste the text',
  );
  if (!input.ok) return reshow(takeCaptureSchema, formData, { fieldErrors: input.refusal });
  const source = await findSourceOf(sourceId, by);
  if (!source) notFound();
  const asked = await recordCaptureAgain(
    { id: form.value.id, documentId: source.id, origin: input.value },
    toActor(by),
  );
  if (!asked.ok) notFound();
  redirect(`/sources/${source.id}`);
});
