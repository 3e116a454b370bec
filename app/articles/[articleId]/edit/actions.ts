'use server';

import { notFound, redirect } from 'next/navigation';
import { signedIn, toActor } from '#accounts/signed-in';
import { type Article, findArticle, recordArticleDetails } from '#data/articles';
import { listReadClaims } from '#data/claims';
import { decideNewDays } from '#domain/reread';
import { extract } from '#engine/extract';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { type ArticleField, articleSchema } from './schema';

/** Corrects what the desk knows of an article. A new date settles days such as "on Friday" anew. */
export async function editArticle(
  id: string,
  _previous: FormState<ArticleField>,
  formData: FormData,
): Promise<FormState<ArticleField>> {
  const by = await signedIn();
  const form = parseForm(articleSchema, formData);
  if (!form.ok) return form.refusal;
  const article = await findArticle(id);
  if (!article) notFound();

  const { revision, ...given } = form.value;
  const details = { ...given, language: article.language };
  const days =
    details.publishedOn === article.publishedOn ? new Map() : await readDays(article, details);
  const recorded = await recordArticleDetails({ id, revision, details }, days, toActor(by));
  if (!recorded.ok) {
    const state = reshow(articleSchema, formData, {
      formErrors: [
        'Somebody changed these details while you were writing. What you typed is still here: save again to put it in place of theirs',
      ],
      changes: differences(article, details),
    });
    return { ...state, values: { ...state.values, revision: String(article.revision) } };
  }
  redirect(`/articles/${id}`);
}

async function readDays(article: Article, { publishedOn }: { publishedOn: string | null }) {
  const reading = extract(article.capture.text, { publishedOn, language: article.language });
  return decideNewDays(await listReadClaims(article.id), reading);
}

const LABELS = {
  title: 'Title',
  publisher: 'Publisher',
  author: 'Author',
  url: 'Address',
  publishedOn: 'Published on',
} as const;

function differences(
  theirs: Record<keyof typeof LABELS, string | null>,
  yours: Record<keyof typeof LABELS, string | null>,
): string[] {
  return (Object.keys(LABELS) as (keyof typeof LABELS)[])
    .filter((key) => theirs[key] !== yours[key])
    .map((key) => `${LABELS[key]} is now ${theirs[key] ? `“${theirs[key]}”` : 'empty'}.`);
}
