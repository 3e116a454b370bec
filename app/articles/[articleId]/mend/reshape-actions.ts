'use server';

import { revalidatePath } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { type Claim, findClaim } from '#data/claims/claims';
import { findArticle } from '#data/documents/articles';
import { findNextClaim, recordJoin, recordSplit } from '#data/review/reshape';
import { claimCode } from '#domain/claims/claim';
import { isReshapable } from '#domain/claims/reshape';
import { toAnchor } from '#domain/texts/anchor';
import { readSelection } from '#engine/selected';
import { emptyForm, type FormErrors, type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { explainWork } from '#review/explain';
import { type ReshapeField, reshapeSchema } from './reshape-schema';

/**
 * Splits a claim at a word of the article, or merges the next claim into it.
 *
 * @param back  'back' on a page of its own, which then leads back to the card
 */
export const reshapeClaim = keepingTyped(async function reshapeClaim(
  articleId: string,
  back: 'back' | 'stay',
  _previous: FormState<ReshapeField>,
  formData: FormData,
): Promise<FormState<ReshapeField>> {
  const by = await permitted('claim.edit');
  if (!areIds(articleId)) notFound();
  const form = parseForm(reshapeSchema, formData);
  if (!form.ok) return form.refusal;
  const { claimId, revision, step, at, id } = form.value;
  const [claim, article] = await Promise.all([findClaim(claimId), findArticle(articleId)]);
  if (!article || claim?.article.id !== articleId) notFound();
  const shown = { ...claim, revision };
  const refusal = !isReshapable(claim)
    ? { formErrors: ['Only a suggestion or an open claim without evidence can be split or merged'] }
    : step === 'split'
      ? await split(shown, article, { at, id }, toActor(by))
      : await join(shown, article, toActor(by));
  if (refusal) return reshow(reshapeSchema, formData, refusal);
  revalidatePath('/', 'layout');
  const { number, appearance } = claim;
  if (back === 'back')
    redirect(`/articles/${articleId}?at=${appearance.start}#${claimCode(number)}`);
  return emptyForm;
});

type Article = NonNullable<Awaited<ReturnType<typeof findArticle>>>;
type By = ReturnType<typeof toActor>;
type Refusal = FormErrors<ReshapeField> | null;

async function split(
  claim: Claim,
  article: Article,
  { at, id }: { at: number | undefined; id: string },
  by: By,
): Promise<Refusal> {
  const { text } = article.capture;
  const { start, end } = claim.appearance;
  const isInside = at !== undefined && at > start && at < end;
  const first = isInside ? toAnchor(text, start, at) : null;
  const second = isInside ? toAnchor(text, at, end) : null;
  if (!first || !second) {
    return { fieldErrors: { at: ['Choose the word with which the second claim begins'] } };
  }
  const read = readSelection(text, second, article);
  const recorded = await recordSplit(
    claim,
    { anchor: first, ...readSelection(text, first, article) },
    {
      id,
      articleId: article.id,
      captureId: article.capture.id,
      anchor: second,
      text: read.text,
      kind: read.kind,
      claimant: claim.claimant?.name ?? read.claimant?.name ?? null,
      quantities: claim.quantities.filter((figure) => (figure.start ?? 0) >= second.start),
    },
    by,
  );
  return recorded.ok ? null : explainWork(recorded.refusal);
}

async function join(claim: Claim, article: Article, by: By): Promise<Refusal> {
  const other = await findNextClaim(claim);
  if (!other || !isReshapable(other)) {
    return { formErrors: ['No suggestion or open claim follows this claim in the article'] };
  }
  const { text } = article.capture;
  const end = Math.max(claim.appearance.end, other.appearance.end);
  const anchor = toAnchor(text, claim.appearance.start, end);
  if (!anchor) return explainWork({ kind: 'stale' });
  const read = readSelection(text, anchor, article);
  // Two parts of one sentence are that sentence again; two sentences stay two.
  const isOneSentence = !/[.!?\n]/.test(text.slice(claim.appearance.end, other.appearance.start));
  const joined = isOneSentence ? read.text : `${claim.text} ${other.text}`;
  const whole = { anchor, text: joined, kind: read.kind };
  const recorded = await recordJoin(claim, other, whole, by);
  return recorded.ok ? null : explainWork(recorded.refusal);
}
