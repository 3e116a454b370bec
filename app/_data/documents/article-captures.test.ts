import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reanchor } from '#domain/documents/reanchor';
import { recordCaptureAgain } from '../captures/retake';
import { findClaim } from '../claims/claims';
import { recordFirstReading } from '../readings/readings';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk, TEXT } from '../testing/test-desk';
import {
  countElsewhere,
  findArticleCaptures,
  listPlacedClaims,
  recordCaptureRead,
  recordPlaced,
} from './article-captures';
import { findArticle, recordArticle } from './articles';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada');
});
afterAll(() => closeTestDesk(desk));

const paste = async (articleId: string, text: string) =>
  recordCaptureAgain(
    { id: uuidv7(), documentId: articleId, origin: { method: 'paste', raw: text, text } },
    ada,
  );

async function capturesOf(articleId: string) {
  const captures = await findArticleCaptures(articleId);
  if (!captures?.newer) throw new Error('there is no newer copy');
  return { ...captures, newer: captures.newer };
}

const claimOf = async (articleId: string) => {
  const [placed] = await listPlacedClaims(articleId);
  const claim = placed && (await findClaim(placed.id));
  if (!placed || !claim) throw new Error('the claim is gone');
  return { placed, claim };
};

test('a claim with moved words gets its place in the new capture, with its figures, only after confirmation', async () => {
  const articleId = await addTestArticle();
  const shift = 'Corrected on Friday.\n'.length;
  await paste(articleId, `Corrected on Friday.\n${TEXT}`);
  expect(countElsewhere(articleId)).toEqual({ newer: true, elsewhere: 0 });
  // Nothing is attached by itself.
  expect((await findArticle(articleId))?.capture.text).toBe(TEXT);
  const { read, newer } = await capturesOf(articleId);
  const { placed, claim } = await claimOf(articleId);
  const [found] = reanchor([placed], read.text, newer.text ?? '');
  if (found?.now.outcome !== 'moved') throw new Error('its words did not move');
  const { start, end } = found.now.anchor;
  const change = { articleId, from: read.id, to: newer.id };
  const placement = { claimId: claim.id, revision: claim.revision, start, end };
  // Somebody edited the claim meanwhile: nothing happens at all.
  const stale = await recordCaptureRead(change, [{ ...placement, revision: 7 }], ada);
  expect(stale).toEqual({ ok: false, refusal: { kind: 'stale' } });
  expect((await findArticle(articleId))?.capture.id).toBe(read.id);
  expect(await recordCaptureRead(change, [placement], ada)).toMatchObject({ ok: true });
  const capture = { articleId, captureId: newer.id };
  expect(await recordPlaced(capture, [placement], ada)).toBe(1);
  const now = await findClaim(claim.id);
  expect(now?.appearance).toMatchObject({ captureId: newer.id, start: shift, exact: placed.exact });
  const before = claim.quantities[0]?.start ?? 0;
  expect(now?.quantities[0]).toMatchObject({ start: before + shift });
  expect(countElsewhere(articleId)).toEqual({ newer: false, elsewhere: 0 });
  // A second person with the same page comes too late.
  expect(await recordCaptureRead(change, [], ada)).toMatchObject({ ok: false });
});

test('a claim with changed words stays in its capture, is counted, and is placed by hand', async () => {
  const articleId = await addTestArticle();
  await paste(articleId, 'The harbour now employs 13,000 people. The mayor said it will grow.\n');
  const { read, newer } = await capturesOf(articleId);
  const { claim, placed } = await claimOf(articleId);
  const [found] = reanchor([placed], read.text, newer.text ?? '');
  expect(found?.now.outcome).toBe('changed');
  await recordCaptureRead({ articleId, from: read.id, to: newer.id }, [], ada);
  expect(countElsewhere(articleId)).toEqual({ newer: false, elsewhere: 1 });
  expect((await findClaim(claim.id))?.appearance.captureId).toBe(read.id);
  const byHand = { claimId: claim.id, revision: claim.revision, start: 0, end: 38 };
  const capture = { articleId, captureId: newer.id };
  expect(await recordPlaced(capture, [byHand], ada)).toBe(1);
  expect(await recordPlaced(capture, [byHand], ada)).toBe(0);
  const now = await findClaim(claim.id);
  expect(now?.appearance.exact).toBe('The harbour now employs 13,000 people.');
  // Its figure is not written there: it keeps its value and has no place.
  expect(now?.quantities[0]).toMatchObject({ value: '12000', start: null, end: null });
});

/** An article with a claim a line. */
async function addLongArticle(text: string): Promise<string> {
  const id = uuidv7();
  const details = {
    title: 'Ships',
    publisher: null,
    author: null,
    url: null,
    publishedOn: null,
    language: 'en',
  };
  const recorded = await recordArticle({ id, details, raw: text, text }, ada);
  if (!recorded.ok) throw new Error('the article is there already');
  const { captureId } = recorded.value;
  const claims = Array.from(text.matchAll(/.+/g), ({ 0: exact, index: start }) => ({
    start,
    end: start + exact.length,
    exact,
    text: exact,
    leansOn: null,
    candidates: [],
    kind: 'event' as const,
    checkable: true,
    claimant: null,
    saidOn: null,
    eventOn: null,
    quantities: [],
    checkWorthiness: 0.5,
    reasons: [],
  }));
  const reading = { engineVersion: 'test', claims };
  await recordFirstReading({ articleId: id, captureId, text, reading }, ada);
  return id;
}

test('the claims of a long article are attached in parts, and a claim that changed meanwhile stays', async () => {
  const text = Array.from({ length: 450 }, (_, n) => `The port lost ${n + 2} ships.\n`).join('');
  const articleId = await addLongArticle(text);
  await paste(articleId, `Corrected on Friday.\n${text}`);
  const { read, newer } = await capturesOf(articleId);
  const placedClaims = await listPlacedClaims(articleId);
  expect(placedClaims).toHaveLength(450);
  const places = reanchor(placedClaims, read.text, newer.text ?? '').flatMap(
    ({ stored: claim, now }) =>
      'anchor' in now
        ? [
            {
              claimId: claim.id,
              revision: claim.revision,
              start: now.anchor.start,
              end: now.anchor.end,
            },
          ]
        : [],
  );
  const change = { articleId, from: read.id, to: newer.id };
  expect(await recordCaptureRead(change, places, ada)).toMatchObject({ ok: true });
  // All stand in the earlier copy still; the change of one of them shows in its revision.
  expect(countElsewhere(articleId)).toEqual({ newer: false, elsewhere: 450 });
  const seen = places.map((place, n) => (n === 210 ? { ...place, revision: 7 } : place));
  const capture = { articleId, captureId: newer.id };
  expect(await recordPlaced(capture, seen, ada)).toBe(449);
  expect(countElsewhere(articleId)).toEqual({ newer: false, elsewhere: 1 });
  const now = await listPlacedClaims(articleId);
  expect(now.filter(({ captureId }) => captureId === read.id).map(({ id }) => id)).toEqual([
    seen[210]?.claimId,
  ]);
  expect(
    now
      .filter(({ captureId }) => captureId === newer.id)
      .every((claim) => newer.text?.startsWith(claim.exact, claim.start)),
  ).toBe(true);
  // An article that was taken to yet another copy gets no claim in this one.
  expect(await recordPlaced({ articleId, captureId: read.id }, places, ada)).toBe(0);
});
