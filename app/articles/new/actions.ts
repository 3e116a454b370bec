'use server';

import { redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordArticle } from '#data/articles';
import { toReadableText } from '#domain/text';
import { firstLine } from '#domain/title';
import { type FormState, parseForm } from '#forms/form-state';
import { readArticle } from '../read-article';
import { type NewArticleField, newArticleSchema } from './schema';

/** Keeps an article and the claims the engine finds in it. A form sent twice keeps one. */
export async function addArticle(
  _previous: FormState<NewArticleField>,
  formData: FormData,
): Promise<FormState<NewArticleField>> {
  const by = await permitted('article.add');
  const form = parseForm(newArticleSchema, formData);
  if (!form.ok) return form.refusal;

  const { id, title, text: raw, ...rest } = form.value;
  const text = toReadableText(raw);
  const reading = await readArticle(text, { publishedOn: rest.publishedOn, language: null });
  const details = {
    title: title ?? firstLine(text),
    language: reading.language === 'und' ? null : reading.language,
    ...rest,
  };
  await recordArticle({ id, details, raw, text, reading }, toActor(by));
  redirect(`/articles/${id}`);
}
