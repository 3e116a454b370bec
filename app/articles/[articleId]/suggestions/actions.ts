'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordChoice } from '#data/readings/readings';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { readWhileWaiting } from '#work/readings';
import { type ChoiceField, choiceSchema } from './schema';

/** Has those suggestions written that somebody chose of very many. */
export const chooseSuggestions = keepingTyped(async function chooseSuggestions(
  articleId: string,
  _previous: FormState<ChoiceField>,
  formData: FormData,
): Promise<FormState<ChoiceField>> {
  const by = await permitted('article.readAgain');
  if (!areIds(articleId)) notFound();
  const form = parseForm(choiceSchema, formData);
  if (!form.ok) return form.refusal;
  const recorded = await recordChoice(articleId, form.value.choice, toActor(by));
  if (!recorded.ok && recorded.refusal.kind === 'notRead') notFound();
  if (!recorded.ok) {
    return reshow(choiceSchema, formData, {
      formErrors: ['The desk is still reading this article: choose again after the reading'],
    });
  }
  await readWhileWaiting(articleId);
  redirect(`/articles/${articleId}`);
});
