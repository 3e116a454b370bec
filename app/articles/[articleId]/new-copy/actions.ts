'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import {
  findArticleCaptures,
  findPlacedClaim,
  recordCaptureRead,
  recordPlaced,
} from '#data/documents/article-captures';
import { findReading, recordReadingAsked } from '#data/readings/readings';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { findWords } from '#work/find-words';
import { readWhileWaiting } from '#work/readings';
import { findClaimsFor } from './places';
import {
  type AttachToCaptureField,
  attachToCaptureSchema,
  type PlaceField,
  placeSchema,
} from './schema';

const STALE = 'Another person changed the article or a claim: reload the page and check it again';

/**
 * Attaches to a copy the claims that were confirmed and whose words stand there for certain, and leaves
 * the others. A newer copy is the one that is read from then on, and what is new in it is found.
 */
export const attachToCapture = keepingTyped(async function attachToCapture(
  articleId: string,
  _previous: FormState<AttachToCaptureField>,
  formData: FormData,
): Promise<FormState<AttachToCaptureField>> {
  const by = await permitted('article.readAgain');
  if (!areIds(articleId)) notFound();
  const form = parseForm(attachToCaptureSchema, formData);
  if (!form.ok) return form.refusal;
  const captures = await findArticleCaptures(articleId);
  if (!captures) notFound();
  const { to, claim: seen, listed, others } = form.value;
  const { read, newer } = captures;
  const capture = newer ?? read;
  if (capture.id !== to || capture.text === null) {
    return reshow(attachToCaptureSchema, formData, { formErrors: [STALE] });
  }
  if ((await findReading(articleId))?.state === 'waiting') {
    return reshow(attachToCaptureSchema, formData, {
      formErrors: [
        'The desk is still reading this article: switch to the new copy after the reading',
      ],
    });
  }
  // Found again here: places sent by a form are not trusted.
  const { certain, doubtful } = await findClaimsFor(captures);
  const confirmed = new Map(seen.map(({ claimId, revision }) => [claimId, revision]));
  const placements = certain.flatMap(({ claim: { id, ...claim }, anchor }) => {
    const revision = listed.has(id) ? confirmed.get(id) : others && claim.revision;
    const { start, end } = anchor;
    return revision === undefined ? [] : [{ claimId: id, revision, start, end }];
  });
  const actor = toActor(by);
  if (newer) {
    const change = { articleId, from: read.id, to: newer.id };
    const recorded = await recordCaptureRead(change, placements, actor);
    if (!recorded.ok) return reshow(attachToCaptureSchema, formData, { formErrors: [STALE] });
  }
  const attached = await recordPlaced({ articleId, captureId: capture.id }, placements, actor);
  if (newer) {
    await recordReadingAsked(articleId, actor);
    await readWhileWaiting(articleId);
  }
  redirect(
    attached < certain.length + doubtful.length
      ? `/articles/${articleId}/new-copy`
      : `/articles/${articleId}${newer ? '?read=again&part=1' : ''}`,
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
  const captures = await findArticleCaptures(articleId);
  const claim = findPlacedClaim(articleId, claimId);
  if (!captures || !claim) notFound();
  const options = { near: claim.start, isLiteral: true };
  const searched = await findWords(captures.read.text ?? '', words, options);
  const find = searched.ok ? searched.value : null;
  if (find?.found !== 'exact') {
    return reshow(placeSchema, formData, {
      fieldErrors: {
        words: ['The new copy does not have these words: copy the exact words from the new copy'],
      },
    });
  }
  const placement = { claimId, revision, start: find.start, end: find.end };
  const to = { articleId, captureId: captures.read.id };
  const placed = await recordPlaced(to, [placement], toActor(by));
  if (placed === 0) return reshow(placeSchema, formData, { formErrors: [STALE] });
  redirect(`/articles/${articleId}/new-copy`);
});
