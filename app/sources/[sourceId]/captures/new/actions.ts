'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordCaptureAgain } from '#data/captures/retake';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { readBrought } from '#forms/upload';
import { areIds } from '#http/query';
import { findSourceOf } from '../../source-of';
import { type NewCopyField, newCopySchema } from './schema';

/**
 * Adds another copy of a document: from an address, a file or a pasted text. A form sent twice adds it
 * once.
 */
export const addCopy = keepingTyped(async function addCopy(
  sourceId: string,
  _previous: FormState<NewCopyField>,
  formData: FormData,
): Promise<FormState<NewCopyField>> {
  const by = await permitted('source.add');
  if (!areIds(sourceId)) notFound();
  const form = parseForm(newCopySchema, formData);
  if (!form.ok) return form.refusal;
  const brought = await readBrought(
    formData,
    form.value,
    'Enter an address, choose a file or paste the text',
  );
  if (!brought.ok) return reshow(newCopySchema, formData, { fieldErrors: brought.refusal });
  const source = await findSourceOf(sourceId, by);
  if (!source) notFound();
  const asked = await recordCaptureAgain(
    { id: form.value.id, documentId: source.id, origin: brought.value },
    toActor(by),
  );
  if (!asked.ok) notFound();
  redirect(`/sources/${source.id}`);
});
