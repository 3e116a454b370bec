'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { findArticle } from '#data/articles';
import { listHeldClaims } from '#data/held-claims';
import { recordReread } from '#data/reread';
import { decideReread } from '#domain/reread';
import { emptyForm, type FormState } from '#forms/form-state';
import { readArticle } from '../../read-article';

// Whoever decides on a claim while the article is read has the right of way; then it is decided anew.
const ATTEMPTS = 3;

/**
 * Reads an article with the engine as it is now: adds what it finds, brings suggestions nobody
 * touched up to date, and keeps what reviewers did.
 *
 * @param part  the part of the article to come back to
 */
export async function readAgain(
  articleId: string,
  part: number,
  _previous: FormState<never>,
): Promise<FormState<never>> {
  const by = await permitted('article.readAgain');
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const article = await findArticle(articleId);
    if (!article) notFound();
    const { id: captureId, text } = article.capture;
    const reading = await readArticle(text, article);
    const { claims, basis } = await listHeldClaims(articleId, captureId);
    const recorded = await recordReread(
      decideReread(claims, reading),
      { articleId, captureId, text, engineVersion: reading.engineVersion },
      basis,
      toActor(by),
    );
    if (recorded.ok) redirect(`/articles/${articleId}?read=again&part=${part}`);
  }
  return {
    ...emptyForm,
    formErrors: ['Others are at work on the claims of this article: read it again in a moment'],
  };
}
