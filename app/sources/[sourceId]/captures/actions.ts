'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordCaptureAgain, recordTryNow } from '#data/captures/retake';
import { parseForm } from '#forms/form-state';
import { pressed } from '#forms/pressed';
import { toId } from '#http/query';
import { findSourceOf } from '../source-of';
import { captureAgainSchema } from './schema';

/**
 * Has a document fetched once more from its address. While a copy is pending, that is the one, and a
 * form sent twice asks once.
 */
export const captureAgain = pressed(async function captureAgain(formData: FormData) {
  const by = await permitted('source.add');
  const form = parseForm(captureAgainSchema, formData);
  const source = form.ok ? await findSourceOf(form.value.source, by) : null;
  if (!form.ok || !source?.url) notFound();
  const origin = { method: 'fetch', url: source.url } as const;
  const asked = await recordCaptureAgain(
    { id: form.value.id, documentId: source.id, origin },
    toActor(by),
  );
  if (!asked.ok) notFound();
  redirect(`/sources/${source.id}`);
});

/** Has a copy that failed for a while tried at once. */
export const tryNow = pressed(async function tryNow(formData: FormData) {
  const by = await permitted('source.add');
  const source = await findSourceOf(sourceIn(formData), by);
  if (!source) notFound();
  await recordTryNow(source.id, toActor(by));
  redirect(`/sources/${source.id}`);
});

const sourceIn = (formData: FormData) => toId(String(formData.get('source') ?? '')) ?? '';
