'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { apartAll } from '#apart/apart';
import type { NewDay } from '#apart/tasks';
import { type Article, findArticle } from '#data/documents/articles';
import { recordDetails } from '#data/documents/details';
import { findReading, recordReadingAsked } from '#data/readings/readings';
import { eachStoredClaims } from '#data/readings/stored-claims';
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

/**
 * Corrects the details of an article. A new date settles days such as "on Friday" again; a new speaker
 * becomes the claimant of suggestions without another.
 */
export const editArticle = keepingTyped(async function editArticle(
  id: string,
  _previous: FormState<ArticleField>,
  formData: FormData,
): Promise<FormState<ArticleField>> {
  const by = await permitted('article.edit');
  if (!areIds(id)) notFound();
  const form = parseForm(articleSchema, formData);
  if (!form.ok) return form.refusal;
  const article = await findArticle(id);
  if (!article) notFound();

  const reading = await findReading(id);
  const isOfAnother = form.value.speaker !== article.speaker;
  const isRedated = form.value.publishedOn !== article.publishedOn;
  if (reading?.state === 'waiting' && (isRedated || isOfAnother)) {
    return reshow(articleSchema, formData, {
      formErrors: [
        'The desk is still reading this article: change the date and the speaker after the reading',
      ],
    });
  }
  const { revision, ...given } = form.value;
  const details = { ...given, language: article.language };
  const days =
    details.publishedOn === article.publishedOn ? new Map() : await readDays(article, details);
  const recorded = await recordDetails('article', { id, revision, details }, days, toActor(by));
  if (!recorded.ok) {
    const fields = standingArticle(article, details);
    const changed = reshowChanged(articleSchema, formData, article.revision, fields);
    if (changed) return changed;
  } else if (isOfAnother) {
    await recordReadingAsked(id, toActor(by));
    await readWhileWaiting(id);
  }
  redirect(`/articles/${id}`);
});

async function readDays(article: Article, { publishedOn }: { publishedOn: string | null }) {
  const { id, language, capture } = article;
  const days = await apartAll<NewDay, 'newDays'>(
    'newDays',
    [capture.text, { publishedOn, language }],
    { more: eachReadClaim(id, capture.id) },
  );
  return new Map(days);
}

async function* eachReadClaim(articleId: string, captureId: string) {
  for await (const claims of eachStoredClaims(articleId, captureId)) {
    yield claims.filter((claim) => !claim.isMadeByReviewer);
  }
}
