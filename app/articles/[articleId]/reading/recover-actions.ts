'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordCaptureAgain } from '#data/captures/retake';
import { findUnreadArticle } from '#data/documents/articles';
import { toReadableText } from '#domain/text';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { type RecoverField, recoverSchema } from './recover-schema';

/** Fetches an article again that could not be fetched, or takes its text as a person pastes it. */
export const recoverArticle = keepingTyped(async function recoverArticle(
  articleId: string,
  _previous: FormState<RecoverField>,
  formData: FormData,
): Promise<FormState<RecoverField>> {
  const by = await permitted('article.add');
  if (!areIds(articleId)) notFound();
  const form = parseForm(recoverSchema, formData);
  if (!form.ok) return form.refusal;
  const article = await findUnreadArticle(articleId);
  if (!article) redirect(`/articles/${articleId}`);
  const { id, step, text: raw } = form.value;
  const text = toReadableText(raw);
  if (step === 'paste' && text === '') {
    return reshow(recoverSchema, formData, {
      fieldErrors: { text: ['Paste the text of the article'] },
    });
  }
  if (step === 'again' && !article.url) notFound();
  const origin =
    step === 'again'
      ? ({ method: 'fetch', url: article.url ?? '' } as const)
      : ({ method: 'paste', raw, text } as const);
  await recordCaptureAgain({ id, documentId: articleId, origin }, toActor(by));
  redirect(`/articles/${articleId}/reading`);
});
