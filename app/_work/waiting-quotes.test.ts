import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordCaptureAgain } from '#data/captures/retake';
import { findClaim } from '#data/claims/claims';
import { reader } from '#data/database/db';
import { findEvidence } from '#data/evidence/evidence';
import { recordEvidence } from '#data/evidence/record-evidence';
import { findReviewedClaim } from '#data/review/gate-facts';
import { takeStep } from '#data/review/take-step';
import { bring, completeNext, page } from '#data/testing/test-captures';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '#data/testing/test-desk';
import { thisDesk, verify } from '#data/verification/verify';
import { decideEvidence } from '#domain/review/attach-evidence';
import { gates } from '#domain/review/gates';
import { checkWaitingQuotes } from './waiting-quotes';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
let claimId: string;

beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada', 'editor');
  const articleId = await addTestArticle();
  claimId = (await reader().claim.findFirstOrThrow({ where: { articleId } })).id;
  await takeStep({ claimId, revision: 0, step: 'accept' }, ada);
});
afterAll(() => closeTestDesk(desk));

/** Attaches a quote of a source at an address, of which there is no copy yet. */
async function attachEarly(address: string, quote: string) {
  const sourceId = await bring({ method: 'fetch', url: address }, ada);
  const { id: captureId } = await reader().capture.findFirstOrThrow({
    where: { documentId: sourceId },
  });
  const claim = await findClaim(claimId);
  if (!claim) throw new Error('the claim is gone');
  const statement = { quote, stance: 'refutes', directness: 'primary', note: null } as const;
  const decision = decideEvidence(claim, statement, { by: ada.userId, find: null });
  if (!decision.ok) throw new Error(decision.refusal.kind);
  const id = uuidv7();
  const origin = { kind: 'existing', sourceId, captureId } as const;
  await recordEvidence({ id, decision: decision.value, origin, quantities: [] }, ada);
  return { id, sourceId };
}

async function quotesGate(): Promise<string | undefined> {
  const facts = (await findReviewedClaim(claimId))?.facts;
  return facts && gates(facts, ada.userId).find(({ id }) => id === 'quotesFound')?.message;
}

async function problems(): Promise<string[]> {
  const found: string[] = [];
  await verify(thisDesk(), ({ sentence }) => found.push(sentence));
  return found;
}

const check = () => checkWaitingQuotes(() => true);

test('a quote that was attached before its copy is looked for when the copy is there, with its page', async () => {
  const { id } = await attachEarly('https://port.example/report.pdf', 'counts 8,140 people');
  expect(await findEvidence(id)).toMatchObject({ check: 'waiting', page: null });
  expect(await quotesGate()).toContain('One quote is not checked yet');
  await check();
  expect((await findEvidence(id))?.check).toBe('waiting');

  const first = 'The harbour of Velm.\n\n';
  await completeNext(
    page(`${first}The register counts 8,140 people.`, { type: 'pdf', pages: [0, first.length] }),
  );
  await check();
  expect(await findEvidence(id)).toMatchObject({
    check: 'done',
    page: 2,
    find: { found: 'exact', start: first.length + 'The register '.length },
  });
  expect(await quotesGate()).toBe('Every quote is in its source.');
  expect(await problems()).toEqual([]);
});

test('a quote that is not in the copy is found out, and a copy that failed is made good by the next', async () => {
  const { id, sourceId } = await attachEarly('https://port.example/wall', 'nobody works there');
  await completeNext(page('We value your privacy.', { wall: 'cookieWall' }));
  await check();
  expect((await findEvidence(id))?.check).toBe('failed');
  expect(await quotesGate()).toContain('One quote is not checked yet');

  const text = 'In March somebody works there.';
  const origin = { method: 'paste', raw: text, text } as const;
  await recordCaptureAgain({ id: uuidv7(), documentId: sourceId, origin }, ada);
  await check();
  const checked = await findEvidence(id);
  expect(checked).toMatchObject({ check: 'done', capture: { n: 2 } });
  expect(checked?.find.found).not.toBe('exact');
  expect(await problems()).toEqual([]);
});
