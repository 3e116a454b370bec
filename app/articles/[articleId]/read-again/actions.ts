'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { areIds, isCount } from '#forms/address';
import { emptyForm, type FormState } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { readAnew } from '../../read-anew';

/**
 * Reads an article with the engine as it is now: adds what it finds, brings suggestions nobody
 * touched up to date, and keeps what reviewers did.
 *
 * @param part  the part of the article to come back to
 */
export const readAgain = keepingTyped(async function readAgain(
  articleId: string,
  part: number,
  _previous: FormState<never>,
): Promise<FormState<never>> {
  const by = await permitted('article.readAgain');
  if (!areIds(articleId) || !isCount(part)) notFound();
  const isRead = await readAnew(articleId, toActor(by));
  if (isRead === null) notFound();
  if (isRead) redirect(`/articles/${articleId}?read=again&part=${part}`);
  return {
    ...emptyForm,
    formErrors: ['Others are at work on the claims of this article: read it again in a moment'],
  };
});
