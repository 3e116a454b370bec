'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { findCapture } from '#data/captures/captures';
import { acceptDespiteWall, findStoredBytes, recordCaptureAgain } from '#data/captures/retake';
import { toReadableText } from '#domain/text';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds, isCount } from '#http/query';
import { findSourceOf } from '../../source-of';
import { type AsItIsField, asItIsSchema, type TranscriptField, transcriptSchema } from './schema';

// Each adds a copy, and a form sent twice adds it once.

/** Takes a page that looked like a wall for the document itself, with the reason. */
export const takeAsItIs = keepingTyped(async function takeAsItIs(
  sourceId: string,
  n: number,
  _previous: FormState<AsItIsField>,
  formData: FormData,
): Promise<FormState<AsItIsField>> {
  const by = await permitted('source.add');
  if (!areIds(sourceId) || !isCount(n)) notFound();
  const form = parseForm(asItIsSchema, formData);
  if (!form.ok) return form.refusal;
  const source = await findSourceOf(sourceId, by);
  const capture = source && (await findCapture(source.id, n));
  if (!source || !capture) notFound();
  const taken = await acceptDespiteWall(
    { id: form.value.id, captureId: capture.id, reason: form.value.reason },
    toActor(by),
  );
  if (!taken.ok) {
    return reshow(asItIsSchema, formData, {
      formErrors: ['This copy has no text: upload the page, or paste the text'],
    });
  }
  redirect(`/sources/${source.id}`);
});

/** Adds what a picture says: another copy of the same bytes, with its words. */
export const typeTranscript = keepingTyped(async function typeTranscript(
  sourceId: string,
  n: number,
  _previous: FormState<TranscriptField>,
  formData: FormData,
): Promise<FormState<TranscriptField>> {
  const by = await permitted('source.add');
  if (!areIds(sourceId) || !isCount(n)) notFound();
  const form = parseForm(transcriptSchema, formData);
  if (!form.ok) return form.refusal;
  const source = await findSourceOf(sourceId, by);
  const capture = source && (await findCapture(source.id, n));
  const bytes = capture && (await findStoredBytes(capture.id));
  if (!source || !bytes) notFound();
  const { id, text } = form.value;
  const origin = {
    method: 'upload',
    bytes: bytes.bytes,
    fileName: bytes.fileName,
    transcript: toReadableText(text),
  } as const;
  const asked = await recordCaptureAgain({ id, documentId: source.id, origin }, toActor(by));
  if (!asked.ok) notFound();
  redirect(`/sources/${source.id}`);
});
