'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { findReading, recordReadingAsked } from '#data/readings/readings';
import { emptyForm, type FormState } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds, isCount } from '#http/query';
import { readWhileWaiting } from '#work/readings';

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
  const asked = await recordReadingAsked(articleId, toActor(by));
  if (!asked.ok && asked.refusal.kind === 'notRead') notFound();
  await readWhileWaiting(articleId);
  const reading = await findReading(articleId);
  if (reading?.state === 'failed') {
    return { ...emptyForm, formErrors: [(reading.error ?? '').replace(/\.$/, '')] };
  }
  redirect(`/articles/${articleId}?read=again&part=${part}`);
});
