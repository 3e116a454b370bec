'use server';

import { revalidatePath } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordNewClaim } from '#data/claims/claims';
import { findArticle } from '#data/documents/articles';
import { placeReadFigures } from '#domain/claims/wording-figures';
import { type Anchor, toAnchor } from '#domain/texts/anchor';
import { extract } from '#engine/extract';
import { emptyForm, type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { findWords } from '#work/find-words';
import { type NewClaimField, newClaimSchema } from './schema';

/**
 * Makes a claim of words in the article. A form sent twice makes one.
 *
 * @param back  'back' on a page of its own, which then leads back to the article
 */
export const makeClaim = keepingTyped(async function makeClaim(
  articleId: string,
  back: 'back' | 'stay',
  _previous: FormState<NewClaimField>,
  formData: FormData,
): Promise<FormState<NewClaimField>> {
  const by = await permitted('claim.make');
  if (!areIds(articleId)) notFound();
  const form = parseForm(newClaimSchema, formData);
  if (!form.ok) return form.refusal;
  const article = await findArticle(articleId);
  if (!article) notFound();

  const { id, start, end, words, text, kind, claimant } = form.value;
  const anchor = await placeWords(article.capture.text, words, start, end);
  if (!anchor) {
    return reshow(newClaimSchema, formData, {
      fieldErrors: {
        words: ['The article does not have these words: copy the exact words from the article'],
      },
    });
  }
  const { publishedOn, language } = article;
  const readIn = (read: string) => extract(read, { publishedOn, language }).quantities;
  const inArticle = readIn(anchor.exact).map((figure) => ({
    ...figure,
    start: figure.start + anchor.start,
    end: figure.end + anchor.start,
  }));
  await recordNewClaim(
    {
      id,
      articleId,
      captureId: article.capture.id,
      anchor,
      text,
      kind,
      claimant,
      quantities: placeReadFigures(readIn(text), inArticle),
    },
    toActor(by),
  );
  if (back === 'back') redirect(`/articles/${articleId}?at=${anchor.start}`);
  revalidatePath('/', 'layout');
  return emptyForm;
});

/** The selected place, as long as the typed words still stand there; else where they are found. */
async function placeWords(
  text: string,
  words: string,
  start: number | undefined,
  end: number | undefined,
): Promise<Anchor | null> {
  const selected = start !== undefined && end !== undefined ? toAnchor(text, start, end) : null;
  const inside = selected && (await findOwnWords(selected.exact, words));
  if (inside) return toAnchor(text, selected.start + inside.start, selected.start + inside.end);
  const found = await findOwnWords(text, words, start);
  return found && toAnchor(text, found.start, found.end);
}

/** A claim is what the article says: other words than these are not its words, however near. */
async function findOwnWords(text: string, words: string, near?: number) {
  const options = { isLiteral: true, ...(near !== undefined && { near }) };
  const searched = await findWords(text, words, options);
  const find = searched.ok ? searched.value : null;
  const isThere =
    find?.found === 'exact' || (find?.found === 'fuzzy' && find.change === 'typography');
  return isThere ? find : null;
}
