'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import {
  findArticleCopies,
  listPlacedClaims,
  recordCopyRead,
  recordPlacedByHand,
} from '#data/article-copies';
import { findReading, recordReadingAsked } from '#data/readings';
import { areIds } from '#forms/address';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { findWords } from '#work/find-words';
import { readWhileWaiting } from '#work/readings';
import { findPlaces } from './places';
import { type NewCopyField, newCopySchema, type PlaceField, placeSchema } from './schema';

const STALE = 'Somebody changed the article or a claim meanwhile: reload the page, and look again';

/**
 * Goes over to the newer copy of an article: attaches the claims that were confirmed and whose words
 * stand there for certain, leaves the others, and finds what is new.
 */
export const goOver = keepingTyped(async function goOver(
  articleId: string,
  _previous: FormState<NewCopyField>,
  formData: FormData,
): Promise<FormState<NewCopyField>> {
  const by = await permitted('article.readAgain');
  if (!areIds(articleId)) notFound();
  const form = parseForm(newCopySchema, formData);
  if (!form.ok) return form.refusal;
  const copies = await findArticleCopies(articleId);
  if (!copies) notFound();
  const { read, newer } = copies;
  if (newer?.id !== form.value.to || newer.text === null) {
    return reshow(newCopySchema, formData, { formErrors: [STALE] });
  }
  if ((await findReading(articleId))?.state === 'waiting') {
    return reshow(newCopySchema, formData, {
      formErrors: ['The desk is reading this article: go over to the copy when it is done'],
    });
  }
  const confirmed = new Map(form.value.claim.map(({ claimId, revision }) => [claimId, revision]));
  const held = listPlacedClaims(articleId).filter(({ captureId }) => captureId === read.id);
  // Found anew here: what a form says of places is not believed.
  const places = await findPlaces(held, read.text, newer.text);
  const placements = places.flatMap(({ held: claim, now }) => {
    const revision = confirmed.get(claim.id);
    if (revision === undefined || (now.outcome !== 'same' && now.outcome !== 'moved')) return [];
    return [{ claimId: claim.id, revision, start: now.anchor.start, end: now.anchor.end }];
  });
  const change = { articleId, from: read.id, to: newer.id };
  const recorded = await recordCopyRead(change, placements, toActor(by));
  if (!recorded.ok) return reshow(newCopySchema, formData, { formErrors: [STALE] });
  await recordReadingAsked(articleId, toActor(by));
  await readWhileWaiting(articleId);
  redirect(
    recorded.value < held.length
      ? `/articles/${articleId}/new-copy`
      : `/articles/${articleId}?read=again&part=1`,
  );
});

/** Attaches a claim to words that somebody chose in the copy that is read. */
export const placeClaim = keepingTyped(async function placeClaim(
  articleId: string,
  _previous: FormState<PlaceField>,
  formData: FormData,
): Promise<FormState<PlaceField>> {
  const by = await permitted('article.readAgain');
  if (!areIds(articleId)) notFound();
  const form = parseForm(placeSchema, formData);
  if (!form.ok) return form.refusal;
  const { claimId, revision, words } = form.value;
  const copies = await findArticleCopies(articleId);
  const claim = listPlacedClaims(articleId).find(({ id }) => id === claimId);
  if (!copies || !claim) notFound();
  const options = { near: claim.start, isLiteral: true };
  const searched = await findWords(copies.read.text ?? '', words, options);
  const find = searched.ok ? searched.value : null;
  if (find?.found !== 'exact') {
    return reshow(placeSchema, formData, {
      fieldErrors: {
        words: ['These words are not in the new copy: copy them from it, letter for letter'],
      },
    });
  }
  const placement = { claimId, revision, start: find.start, end: find.end };
  const recorded = await recordPlacedByHand(copies.read.id, placement, toActor(by));
  if (!recorded.ok) return reshow(placeSchema, formData, { formErrors: [STALE] });
  redirect(`/articles/${articleId}/new-copy`);
});
