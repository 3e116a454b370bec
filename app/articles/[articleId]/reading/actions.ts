'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { findUnreadArticle, recordFirstReadingAsked } from '#data/documents/articles';
import { recordDetails } from '#data/documents/details';
import { recogniseLanguage } from '#engine/sentences/language';
import {
  type ArticleField,
  articleSchema,
  reshowChanged,
  standingArticle,
} from '#forms/document-details';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { readWhileWaiting } from '#work/readings';

/** Finds the claims in an article that was fetched or uploaded, with its details as they are now said. */
export const findClaims = keepingTyped(async function findClaims(
  articleId: string,
  _previous: FormState<ArticleField>,
  formData: FormData,
): Promise<FormState<ArticleField>> {
  const by = await permitted('article.add');
  if (!areIds(articleId)) notFound();
  const form = parseForm(articleSchema, formData);
  if (!form.ok) return form.refusal;
  const article = await findUnreadArticle(articleId);
  // Somebody was faster, or there is none: the page of the article says which.
  if (!article) redirect(`/articles/${articleId}`);
  const { capture } = article;
  if (!capture) {
    return reshow(articleSchema, formData, {
      formErrors: ['The desk has no copy of this article yet: wait for the copy, or add a copy'],
    });
  }
  const { revision, ...content } = form.value;
  const recognised = article.language ?? recogniseLanguage(capture.text);
  const language = recognised === 'und' ? null : recognised;
  const details = { ...content, language };
  const edit = { id: articleId, revision, details };
  const recorded = await recordDetails('article', edit, new Map(), toActor(by));
  if (!recorded.ok) {
    const fields = standingArticle(article, details);
    const changed = reshowChanged(articleSchema, formData, article.revision, fields);
    if (changed) return changed;
  }
  const { publishedOn } = details;
  const reading = { articleId, captureId: capture.id, publishedOn, language };
  await recordFirstReadingAsked(reading, toActor(by));
  await readWhileWaiting(articleId);
  redirect(`/articles/${articleId}`);
});
