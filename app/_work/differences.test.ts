import { afterAll, beforeAll, expect, test } from 'vitest';
import { listCaptures } from '#data/captures/captures';
import { findDifference, keepDifference } from '#data/captures/differences';
import { recordTakedown } from '#data/captures/takedown';
import { reader } from '#data/database/db';
import { addAnotherCapture, bring } from '#data/testing/test-captures';
import { addPerson, closeTestDesk, openTestDesk } from '#data/testing/test-desk';
import { differenceOf } from './differences';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada');
});
afterAll(() => closeTestDesk(desk));

const paste = (text: string) => ({ method: 'paste', raw: text, text }) as const;

async function twoCaptures(before: string, after: string) {
  const id = await bring(paste(before), ada);
  await addAnotherCapture(id, paste(after), ada);
  const [later, earlier] = await listCaptures(id);
  if (!later || !earlier) throw new Error('two copies were brought');
  return { later: later.id, earlier: earlier.id };
}

const count = () => reader().captureDifference.count();

test('the difference between two captures is computed once, and stored', async () => {
  const { later, earlier } = await twoCaptures('Seven ships were lost.', 'Nine ships were lost.');
  const looks = await Promise.all([1, 2, 3].map(() => differenceOf(later, earlier)));
  expect(looks[0]).toMatchObject({ is: 'there', difference: { total: 1 } });
  expect(looks[1]).toEqual(looks[0]);
  const stored = await findDifference(later, earlier);
  expect(stored?.passages[0]?.parts.map(({ kind, text }) => [kind, text])).toEqual([
    ['removed', 'Seven'],
    ['added', 'Nine'],
    ['same', ' ships were lost.'],
  ]);
  expect(await count()).toBe(1);
  expect(await differenceOf(later, earlier)).toEqual({ is: 'there', difference: stored });
});

test('the takedown of a capture removes its differences for good, on both sides', async () => {
  for (const side of ['later', 'earlier'] as const) {
    const captures = await twoCaptures(`A ${side} secret.`, `A ${side} rumour.`);
    const made = await differenceOf(captures.later, captures.earlier);
    const taken = { captureId: captures[side], reason: 'A court said so.', events: [] };
    expect(await recordTakedown(taken, ada)).toMatchObject({ ok: true });
    expect(await findDifference(captures.later, captures.earlier)).toBeNull();
    // One that was still being made comes too late.
    if (made.is === 'there')
      await keepDifference(captures.later, captures.earlier, made.difference);
    expect(await findDifference(captures.later, captures.earlier)).toBeNull();
  }
});
