import { afterAll, beforeAll, expect, test } from 'vitest';
import { reader } from '../database/db';
import { listClaimEvents } from '../record/record-events';
import { takeStep } from '../review/take-step';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { peopleFigure } from '../testing/test-record';
import { thisDesk, verify } from '../verification/verify';
import { findClaim, recordWording, toWording, type WordingFigures } from './claims';

let desk: { folder: string; file: string };
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => closeTestDesk(desk));

test('the record has the figures that a new wording adds and removes, and one figure leads', async () => {
  const ada = await addPerson('Ada', 'editor');
  const articleId = await addTestArticle();
  const { id } = await reader().claim.findFirstOrThrow({ where: { articleId } });
  await takeStep({ claimId: id, revision: 0, step: 'accept' }, ada);
  const claimNow = async () => {
    const claim = await findClaim(id);
    if (!claim) throw new Error('the claim is gone');
    return claim;
  };
  const reword = async (text: string, figures: WordingFigures) => {
    const claim = await claimNow();
    const recorded = await recordWording(claim, { ...toWording(claim), text }, ada, figures);
    expect(recorded).toMatchObject({ ok: true });
    return claimNow();
  };
  const was = (await claimNow()).quantities;
  const unplaced = { start: null, end: null };
  const quays = { ...peopleFigure('12 quays', '12'), ...unplaced };
  const cranes = { ...peopleFigure('40 cranes', '40'), ...unplaced };
  const reworded = await reword('The port has 12 quays and 40 cranes.', {
    adds: [quays, cranes],
    removals: was,
  });
  expect(reworded.quantities).toMatchObject([
    { surface: '12 quays', leading: true, corrected: true, start: null },
    { surface: '40 cranes', leading: false },
  ]);
  const [first] = reworded.quantities;
  if (!first) throw new Error('no figure');
  const last = await reword('The port has 40 cranes.', { adds: [], removals: [first] });
  expect(last.quantities).toMatchObject([{ surface: '40 cranes', leading: true }]);
  expect(await reader().claim.findUnique({ where: { id } })).toMatchObject({ figureCount: 1 });
  const actions = (await listClaimEvents(id)).map(({ action }) => action);
  expect(actions.slice(0, 2)).toEqual(['claim.edited', 'figure.removed']);
  const problems: string[] = [];
  await verify(thisDesk(), ({ sentence }) => problems.push(sentence));
  expect(problems).toEqual([]);
});
