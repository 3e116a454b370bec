'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordArchiving, recordRemoval } from '#data/documents/article-plan';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { type ShelveField, shelveSchema } from './shelve-schema';

/** Archives an article, takes it back, or removes it while nothing was decided on it. */
export const shelveArticle = keepingTyped(async function shelveArticle(
  articleId: string,
  _previous: FormState<ShelveField>,
  formData: FormData,
): Promise<FormState<ShelveField>> {
  const by = await permitted('article.archive');
  if (!areIds(articleId)) notFound();
  const form = parseForm(shelveSchema, formData);
  if (!form.ok) return form.refusal;
  const { step } = form.value;
  const recorded =
    step === 'remove'
      ? await recordRemoval(articleId, toActor(by))
      : await recordArchiving(articleId, step === 'archive', toActor(by));
  if (recorded.ok) redirect(step === 'remove' ? '/articles' : `/articles/${articleId}`);
  if (recorded.refusal.kind === 'noSuchArticle') notFound();
  return reshow(shelveSchema, formData, {
    formErrors: ['A person decided on a claim of this article: archive the article instead'],
  });
});
