import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordCaptureAgain } from '../captures/retake';
import { recordDueRecaptures, recordSchedule } from '../captures/schedule';
import { reader, write } from '../database/db';
import { bring, completeNext, page } from '../testing/test-captures';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { findClaim } from './claims';
import { recordLookedAgain } from './recheck';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada');
});
afterAll(() => closeTestDesk(desk));

/** A claim of this status, held by Ada, on evidence from this source. */
async function leanOn(documentId: string, status: 'open' | 'approved' | 'published') {
  const articleId = await addTestArticle();
  const { id } = await reader().claim.findFirstOrThrow({ where: { articleId } });
  await write(async (tx) => {
    await tx.claim.update({ where: { id }, data: { status, assigneeId: ada.userId } });
    await tx.evidence.create({
      data: {
        id: uuidv7(),
        claimId: id,
        documentId,
        quote: 'x',
        stance: 'supports',
        directness: 'primary',
        addedById: ada.userId,
      },
    });
  });
  return id;
}

const notificationsOf = (claimId: string) =>
  reader().notification.count({ where: { claimId, userId: ada.userId, kind: 'sourceChanged' } });

test('when the text of a source changes, the claims with a standing verdict on it are due for a recheck', async () => {
  const url = 'https://port.example/living';
  const source = await bring({ method: 'fetch', url }, ada);
  await completeNext(page('There are 40.'));
  const approved = await leanOn(source, 'approved');
  const published = await leanOn(source, 'published');
  const open = await leanOn(source, 'open');
  const again = async (text: string) => {
    const origin = { method: 'fetch', url } as const;
    await recordCaptureAgain({ id: uuidv7(), documentId: source, origin }, ada);
    await completeNext(page(text));
  };
  await again('There are 40.');
  expect((await findClaim(approved))?.recheckOn).toBeNull();
  await again('There are 41.');
  for (const id of [approved, published]) {
    expect((await findClaim(id))?.recheckOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(await notificationsOf(id)).toBe(1);
  }
  // A person who works on a claim anyway sees its sources.
  expect((await findClaim(open))?.recheckOn).toBeNull();
  expect(await notificationsOf(open)).toBe(0);
  expect(await recordLookedAgain(approved, 'Another year.', ada)).toMatchObject({ ok: true });
  expect((await findClaim(approved))?.recheckOn).toBeNull();
  expect(await recordLookedAgain(approved, 'Me too.', ada)).toMatchObject({ ok: false });
});

test('a scheduled capture is requested once on its day, and not while another is pending', async () => {
  const source = await bring({ method: 'fetch', url: 'https://port.example/weekly' }, ada);
  await completeNext(page('This week.'));
  await recordSchedule(source, 7, ada);
  const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000);
  expect(await recordDueRecaptures(inDays(6))).toBe(0);
  expect(await recordDueRecaptures(inDays(8))).toBe(1);
  expect(await recordDueRecaptures(inDays(8))).toBe(0);
  // Its next day comes while the copy is still pending.
  expect(await recordDueRecaptures(inDays(16))).toBe(0);
  await completeNext(page('Next week.'));
  await recordSchedule(source, null, ada);
  expect(await recordDueRecaptures(inDays(100))).toBe(0);
  const notified = await bring({ method: 'paste', raw: 'x', text: 'x' }, ada);
  expect(await recordSchedule(notified, 7, ada)).toMatchObject({ refusal: { kind: 'noAddress' } });
});
