import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findClaim, recordWording, toWording } from '#data/claims/claims';
import { reader } from '#data/database/db';
import { countDesk } from '#data/reports/desk-numbers';
import { eachFeedback } from '#data/reports/engine-feedback';
import { takeStep } from '#data/review/take-step';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '#data/testing/test-desk';
import type { DismissReason } from '#domain/claims/claim';
import type { AskedStep } from '#domain/review/steps';
import { writeFeedback } from './feedback';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada');
});
afterAll(() => closeTestDesk(desk));

async function suggestion() {
  const articleId = await addTestArticle();
  const { id } = await reader().claim.findFirstOrThrow({ where: { articleId } });
  return id;
}

async function step(id: string, asked: AskedStep) {
  const { revision } = await reader().claim.findUniqueOrThrow({ where: { id } });
  expect(await takeStep({ claimId: id, revision, ...asked }, ada)).toMatchObject({ ok: true });
}

const dismiss = (id: string, dismissReason: DismissReason) =>
  step(id, { step: 'dismiss', dismissReason });

async function reword(id: string, change: { text?: string; headline?: string }) {
  const claim = await findClaim(id);
  if (!claim) throw new Error('the claim is gone');
  await recordWording(claim, { ...toWording(claim), ...change }, ada);
}

const counts = () =>
  Object.fromEntries(countDesk('2026-11-30').feedback.map(({ became, count }) => [became, count]));

test('the desk counts and writes what became of the suggestions of the engine', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 6; n++) ids.push(await suggestion());
  const [untouched = '', mended = '', misread = '', trivial = '', undone = ''] = ids;
  await step(untouched, { step: 'accept' });
  // A headline is no fault of the engine.
  await reword(untouched, { headline: 'Harbour jobs' });
  await reword(mended, { text: 'The harbour of Northhaven employs 12,000 people.' });
  expect(counts()).toEqual({ untouched: 1 });
  await step(mended, { step: 'accept' });
  await dismiss(misread, 'misread');
  await dismiss(trivial, 'trivial');
  await dismiss(undone, 'misread');
  await step(undone, { step: 'undo' });
  expect(counts()).toEqual({ untouched: 1, mended: 1, misread: 1, dismissed: 1 });

  const lines = [...eachFeedback()];
  expect(lines.map(({ became }) => became)).toEqual([
    'untouched',
    'mended',
    'misread',
    'dismissed',
  ]);
  expect(lines[1]).toEqual({
    engine: 'test',
    became: 'mended',
    dismissReason: null,
    prefix: '',
    exact: 'The harbour employs 12,000 people',
    suffix: '. The mayor said it will grow.\n',
    suggested: {
      text: 'The harbour employs 12,000 people.',
      kind: 'figure',
      claimant: 'Port Authority',
      figures: ['12,000 people'],
    },
    now: {
      text: 'The harbour of Northhaven employs 12,000 people.',
      kind: 'figure',
      claimant: 'Port Authority',
      figures: ['12,000 people'],
    },
  });
});

test('the command names the desk that it does not find', async () => {
  const env = { DATA_DIR: join(desk.folder, 'nowhere') };
  await expect(writeFeedback(join(desk.folder, 'out.jsonl'), env)).rejects.toThrow(
    /There is no database at .*nowhere/,
  );
});
