import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reanchor } from '#domain/reanchor';
import {
  countElsewhere,
  findArticleCopies,
  listPlacedClaims,
  recordCopyRead,
  recordPlacedByHand,
} from './article-copies';
import { findArticle } from './articles';
import { recordCaptureAgain } from './capture-again';
import { findClaim } from './claims';
import { addArticle, addPerson, closeTestDesk, openTestDesk, TEXT } from './test-desk';

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

async function copiesOf(articleId: string) {
  const copies = await findArticleCopies(articleId);
  if (!copies?.newer) throw new Error('there is no newer copy');
  return { ...copies, newer: copies.newer };
}

const claimOf = async (articleId: string) => {
  const [placed] = listPlacedClaims(articleId);
  const claim = placed && (await findClaim(placed.id));
  if (!placed || !claim) throw new Error('the claim is gone');
  return { placed, claim };
};

test('a claim whose words moved stands in the new copy only once that is confirmed, figures and all', async () => {
  const articleId = await addArticle();
  const shift = 'Corrected on Friday.\n'.length;
  await paste(articleId, `Corrected on Friday.\n${TEXT}`);
  expect(countElsewhere(articleId)).toEqual({ newer: true, elsewhere: 0 });
  // Nothing is attached by itself.
  expect((await findArticle(articleId))?.capture.text).toBe(TEXT);
  const { read, newer } = await copiesOf(articleId);
  const { placed, claim } = await claimOf(articleId);
  const [found] = reanchor([placed], read.text, newer.text ?? '');
  if (found?.now.outcome !== 'moved') throw new Error('its words did not move');
  const { start, end } = found.now.anchor;
  const change = { articleId, from: read.id, to: newer.id };
  const placement = { claimId: claim.id, revision: claim.revision, start, end };
  // Somebody edited the claim meanwhile: nothing happens at all.
  const stale = await recordCopyRead(change, [{ ...placement, revision: 7 }], ada);
  expect(stale).toEqual({ ok: false, refusal: { kind: 'stale' } });
  expect((await findArticle(articleId))?.capture.id).toBe(read.id);
  expect(await recordCopyRead(change, [placement], ada)).toEqual({ ok: true, value: 1 });
  const now = await findClaim(claim.id);
  expect(now?.appearance).toMatchObject({ captureId: newer.id, start: shift, exact: placed.exact });
  const before = claim.quantities[0]?.start ?? 0;
  expect(now?.quantities[0]).toMatchObject({ start: before + shift });
  expect(countElsewhere(articleId)).toEqual({ newer: false, elsewhere: 0 });
  // Whoever looked at the same page comes too late.
  expect(await recordCopyRead(change, [], ada)).toMatchObject({ ok: false });
});

test('a claim that changed stays in its copy, is counted, and is placed by hand', async () => {
  const articleId = await addArticle();
  await paste(articleId, 'The harbour now employs 13,000 people. The mayor said it will grow.\n');
  const { read, newer } = await copiesOf(articleId);
  const { claim, placed } = await claimOf(articleId);
  const [found] = reanchor([placed], read.text, newer.text ?? '');
  expect(found?.now.outcome).toBe('changed');
  await recordCopyRead({ articleId, from: read.id, to: newer.id }, [], ada);
  expect(countElsewhere(articleId)).toEqual({ newer: false, elsewhere: 1 });
  expect((await findClaim(claim.id))?.appearance.captureId).toBe(read.id);
  const byHand = { claimId: claim.id, revision: claim.revision, start: 0, end: 38 };
  expect(await recordPlacedByHand(newer.id, byHand, ada)).toMatchObject({ ok: true });
  expect(await recordPlacedByHand(newer.id, byHand, ada)).toMatchObject({ ok: false });
  const now = await findClaim(claim.id);
  expect(now?.appearance.exact).toBe('The harbour now employs 13,000 people.');
  // Its figure is not written there: it keeps its value and has no place.
  expect(now?.quantities[0]).toMatchObject({ value: '12000', start: null, end: null });
});
