'use server';

import { redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordArticle } from '#data/documents/articles';
import { recordDocument } from '#data/documents/documents';
import { titleOf } from '#domain/documents/default-title';
import { recogniseLanguage } from '#engine/sentences/language';
import { readDocumentInput } from '#forms/document-input';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { readWhileWaiting } from '#work/readings';
import { type NewArticleField, newArticleSchema } from './schema';

/**
 * Keeps an article. A pasted one is read at once, a long one in the background; one that is fetched or uploaded is
 * read first, and looked at. A form sent twice keeps one.
 */
export const addArticle = keepingTyped(async function addArticle(
  _previous: FormState<NewArticleField>,
  formData: FormData,
): Promise<FormState<NewArticleField>> {
  const by = await permitted('article.add');
  const form = parseForm(newArticleSchema, formData);
  if (!form.ok) return form.refusal;

  const { id, title, text: pasted, file: _, speaker, ...details } = form.value;
  const input = await readDocumentInput(
    formData,
    { url: details.url, text: pasted },
    'Paste the text of the article, choose a file or enter an address',
  );
  if (!input.ok) return reshow(newArticleSchema, formData, { fieldErrors: input.refusal });
  const origin = input.value;
  const named = titleOf(title, origin);
  if (origin.method !== 'paste') {
    const document = {
      id,
      underCheck: true,
      kind: 'article',
      details: { ...details, title: named, language: null },
      speaker,
      origin,
    } as const;
    const recorded = await recordDocument(document, toActor(by));
    if (!recorded.ok && recorded.refusal.kind === 'addressTaken') {
      redirect(`/articles/${recorded.refusal.documentId}?held=yes`);
    }
    redirect(`/articles/${id}/reading`);
  }
  const { raw, text } = origin;
  const recognised = recogniseLanguage(text);
  const language = recognised === 'und' ? null : recognised;
  const article = { id, details: { ...details, title: named, language }, speaker, raw, text };
  await recordArticle(article, toActor(by));
  await readWhileWaiting(id);
  redirect(`/articles/${id}`);
});
