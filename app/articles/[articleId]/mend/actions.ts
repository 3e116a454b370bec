'use server';

import { revalidatePath } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { type Claim, findClaim, recordWording, toWording } from '#data/claims/claims';
import { listFilledWords } from '#data/review/filled-words';
import { claimCode, isEditable } from '#domain/claims/claim';
import { asLine, followLines } from '#domain/claims/wording-figures';
import { accept, type Result, refuse } from '#domain/result';
import { readOneFigure } from '#engine/figures/read-figures';
import { emptyForm, type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { explainWork } from '#review/explain';
import { reshowStale } from '#review/stale';
import { figuresOfWording, withPlace } from '#work/reworded';
import { type MendField, mendSchema, type UnfillField, unfillSchema } from './schema';

/**
 * Changes the words, claimant, kind and figures of a claim on its card.
 *
 * @param back  'back' on a page of its own, which then leads back to the card
 */
export const mendClaim = keepingTyped(async function mendClaim(
  articleId: string,
  back: 'back' | 'stay',
  _previous: FormState<MendField>,
  formData: FormData,
): Promise<FormState<MendField>> {
  const by = await permitted('claim.edit');
  if (!areIds(articleId)) notFound();
  const form = parseForm(mendSchema, formData);
  if (!form.ok) return form.refusal;
  const { claimId, revision, text, kind, claimant, figures } = form.value;
  const claim = await findClaimOf(articleId, claimId);
  if (!isEditable(claim.status)) {
    const { status } = claim;
    return reshow(mendSchema, formData, explainWork({ kind: 'wrongStatus', status }));
  }
  const listed = figuresListed(claim, text, toLines(figures));
  if (!listed.ok) {
    const message = `The desk reads no figure in “${listed.refusal.words}”: write a figure as the article has it, such as “around 600 troops”`;
    return reshow(mendSchema, formData, { fieldErrors: { figures: [message] } });
  }
  const stored = toWording(claim);
  const wording = {
    ...stored,
    text,
    kind,
    claimant,
    claimantRole: claimant === stored.claimant ? stored.claimantRole : null,
    claimantUnknownReason: claimant ? null : stored.claimantUnknownReason,
  };
  const isSame =
    text === stored.text &&
    kind === stored.kind &&
    claimant === stored.claimant &&
    listed.value.adds.length + listed.value.removals.length === 0;
  if (!isSame) {
    const recorded = await recordWording(
      { ...claim, revision },
      wording,
      toActor(by),
      listed.value,
    );
    if (!recorded.ok) return reshowStale(mendSchema, formData, claim, revision);
    revalidatePath('/', 'layout');
  }
  if (back === 'back') redirect(backTo(articleId, claim));
  return emptyForm;
});

/** Takes back the name that was put in place of unclear words; the choice is there again. */
export const unfillWords = keepingTyped(async function unfillWords(
  articleId: string,
  _previous: FormState<UnfillField>,
  formData: FormData,
): Promise<FormState<UnfillField>> {
  const by = await permitted('claim.edit');
  if (!areIds(articleId)) notFound();
  const form = parseForm(unfillSchema, formData);
  if (!form.ok) return form.refusal;
  const shown = { ...(await findClaimOf(articleId, form.value.claimId)), ...form.value };
  const before = listFilledWords([{ id: shown.id, revision: shown.revision }]).get(shown.id);
  const recorded =
    before && isEditable(shown.status)
      ? await recordWording(
          shown,
          { ...toWording(shown), text: before.text },
          toActor(by),
          figuresOfWording(shown, before.text),
          before,
        )
      : null;
  revalidatePath('/', 'layout');
  return recorded?.ok
    ? emptyForm
    : reshow(unfillSchema, formData, {
        formErrors: ['Another person changed this claim: read the change, then edit the claim'],
      });
});

async function findClaimOf(articleId: string, claimId: string): Promise<Claim> {
  const claim = await findClaim(claimId);
  if (claim?.article.id !== articleId) notFound();
  return claim;
}

const backTo = (articleId: string, { number, appearance }: Claim) =>
  `/articles/${articleId}?at=${appearance.start}#${claimCode(number)}` as const;

const toLines = (figures: string | null): string[] =>
  (figures ?? '').split('\n').map(asLine).filter(Boolean);

/** The figures that come and go: as the reviewer lists them, and as the new words have them. */
function figuresListed(
  claim: Claim,
  text: string,
  lines: readonly string[],
): Result<ReturnType<typeof figuresOfWording>, { readonly words: string }> {
  const worded = figuresOfWording(claim, text);
  const { added, removals } = followLines(claim.quantities, lines);
  const adds = [...worded.adds];
  for (const words of added) {
    const figure = readOneFigure(words);
    if (!figure) return refuse({ words });
    const isThere = adds.some(({ surface }) => asLine(surface) === words);
    if (!isThere) adds.push(withPlace(figure, claim));
  }
  const removed = new Map([...removals, ...worded.removals].map((each) => [each.id, each]));
  return accept({ adds, removals: [...removed.values()] });
}
