'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordArticlePlan } from '#data/documents/article-plan';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { type ArticlePlanField, articlePlanSchema } from './schema';

/** Gives an article an assignee and a due date. */
export const planArticle = keepingTyped(async function planArticle(
  articleId: string,
  _previous: FormState<ArticlePlanField>,
  formData: FormData,
): Promise<FormState<ArticlePlanField>> {
  const by = await permitted('article.plan');
  if (!areIds(articleId)) notFound();
  const form = parseForm(articlePlanSchema, formData);
  if (!form.ok) return form.refusal;
  const { assignee, dueOn } = form.value;
  const recorded = await recordArticlePlan(articleId, { assigneeId: assignee, dueOn }, toActor(by));
  if (recorded.ok) redirect(`/articles/${articleId}`);
  if (recorded.refusal.kind === 'noSuchArticle') notFound();
  return reshow(articlePlanSchema, formData, {
    fieldErrors: { assignee: ['Choose an active person who can check claims'] },
  });
});
