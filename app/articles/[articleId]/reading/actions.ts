'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { findUnreadArticle, recordDetails, recordFirstReading } from '#data/articles';
import { areIds } from '#forms/address';
import {
  type DocumentField,
  documentSchema,
  reshowChanged,
  standingDetails,
} from '#forms/document-details';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { readArticle } from '../../read-article';

/** Finds the claims in an article that was fetched or uploaded, with its details as they are now said. */
export const findClaims = keepingTyped(async function findClaims(
  articleId: string,
  _previous: FormState<DocumentField>,
  formData: FormData,
): Promise<FormState<DocumentField>> {
  const by = await permitted('article.add');
  if (!areIds(articleId)) notFound();
  const form = parseForm(documentSchema, formData);
  if (!form.ok) return form.refusal;
  const article = await findUnreadArticle(articleId);
  // Somebody was faster, or there is none: the page of the article says which.
  if (!article) redirect(`/articles/${articleId}`);
  const { capture } = article;
  if (!capture) {
    return reshow(documentSchema, formData, {
      formErrors: ['The desk has no copy of this article yet: wait for it, or add one'],
    });
  }
  const { revision, ...said } = form.value;
  const reading = await readArticle(capture.text, {
    publishedOn: said.publishedOn,
    language: article.language,
  });
  const language = reading.language === 'und' ? article.language : reading.language;
  const details = { ...said, language };
  const edit = { id: articleId, revision, details };
  const recorded = await recordDetails('article', edit, new Map(), toActor(by));
  if (!recorded.ok) {
    const fields = standingDetails(article, details);
    const changed = reshowChanged(documentSchema, formData, article.revision, fields);
    if (changed) return changed;
  }
  const read = { articleId, captureId: capture.id, text: capture.text, reading };
  await recordFirstReading(read, toActor(by));
  redirect(`/articles/${articleId}`);
});
