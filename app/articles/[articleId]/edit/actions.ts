'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { type Article, findArticle, recordDetails } from '#data/articles';
import { listHeldClaims } from '#data/held-claims';
import { decideNewDays } from '#domain/reread';
import { areIds } from '#forms/address';
import {
  type DocumentField,
  documentSchema,
  reshowChanged,
  standingDetails,
} from '#forms/document-details';
import { type FormState, parseForm } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { readArticle } from '../../read-article';

/** Corrects what the desk knows of an article. A new date settles days such as "on Friday" anew. */
export const editArticle = keepingTyped(async function editArticle(
  id: string,
  _previous: FormState<DocumentField>,
  formData: FormData,
): Promise<FormState<DocumentField>> {
  const by = await permitted('article.edit');
  if (!areIds(id)) notFound();
  const form = parseForm(documentSchema, formData);
  if (!form.ok) return form.refusal;
  const article = await findArticle(id);
  if (!article) notFound();

  const { revision, ...given } = form.value;
  const details = { ...given, language: article.language };
  const days =
    details.publishedOn === article.publishedOn ? new Map() : await readDays(article, details);
  const recorded = await recordDetails('article', { id, revision, details }, days, toActor(by));
  if (!recorded.ok) {
    const fields = standingDetails(article, details);
    const changed = reshowChanged(documentSchema, formData, article.revision, fields);
    if (changed) return changed;
  }
  redirect(`/articles/${id}`);
});

async function readDays(article: Article, { publishedOn }: { publishedOn: string | null }) {
  const reading = await readArticle(article.capture.text, {
    publishedOn,
    language: article.language,
  });
  const { claims } = await listHeldClaims(article.id, article.capture.id);
  return decideNewDays(
    claims.filter((claim) => !claim.isMadeByReviewer),
    reading,
  );
}
