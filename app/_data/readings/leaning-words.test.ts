import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillWords } from '#domain/claims/leaning-words';
import { extract } from '#engine/extract';
import {
  type Claim,
  findClaim,
  listClaimsInText,
  recordWording,
  toWording,
} from '../claims/claims';
import { recordArticle } from '../documents/articles';
import { listClaimEvents, THE_DESK } from '../record/record-events';
import { listFilledWords } from '../review/filled-words';
import { addPerson, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { thisDesk, verify } from '../verification/verify';
import { recordFirstReading } from './readings';

const text =
  'Nordair bought 14 aircraft from Hallmark Jets in March. It will fly them to Oslo by 2027.\n';

let desk: { folder: string; file: string };
let claim: Claim | undefined;
beforeAll(async () => {
  desk = await openTestDesk();
  const id = uuidv7();
  const details = { author: null, url: null, publisher: null, publishedOn: null, language: 'en' };
  const article = { id, details: { ...details, title: 'Nordair grows' }, raw: text, text };
  const recorded = await recordArticle(article, THE_DESK);
  if (!recorded.ok) throw new Error('the article is there already');
  const { captureId } = recorded.value;
  const last = extract(text, details).claims.at(-1);
  if (!last) throw new Error('the engine finds no claim');
  const unclear = {
    ...last,
    text: 'It will fly them to Oslo by 2027.',
    leansOn: 'It',
    candidates: ['Nordair', 'Hallmark Jets'],
  };
  const reading = { engineVersion: 'test', claims: [unclear] };
  await recordFirstReading({ articleId: id, captureId, text, reading }, THE_DESK);
  [claim] = await listClaimsInText(captureId, { start: 0, end: text.length });
});
afterAll(() => closeTestDesk(desk));

test('a suggestion has the words that are not clear alone, and what they may stand for', () => {
  expect(claim).toMatchObject({ leansOn: 'It', candidates: ['Nordair', 'Hallmark Jets'] });
});

test('a name in their place leaves nothing unclear, and the record knows who gave it', async () => {
  const ada = await addPerson('Ada');
  const unclear = claim as Claim;
  const filled = fillWords(unclear.text, 'It', 'Nordair') ?? '';
  await recordWording(unclear, { ...toWording(unclear), text: filled }, ada);
  const now = await findClaim(unclear.id);
  expect(now).toMatchObject({
    text: 'Nordair will fly them to Oslo by 2027.',
    leansOn: null,
    candidates: [],
    status: 'suggested',
  });
  const events = await listClaimEvents(unclear.id);
  expect(events.find(({ action }) => action === 'claim.edited')).toMatchObject({
    actorName: 'Ada',
    before: { text: unclear.text },
    after: { text: filled, leansOn: null, candidates: null },
  });
  // The name is taken back, with the choice that it answered.
  const before = listFilledWords([now as Claim]).get(unclear.id);
  expect(before).toEqual({ text: unclear.text, leansOn: 'It', candidates: unclear.candidates });
  const wording = { ...toWording(now as Claim), text: before?.text ?? '' };
  await recordWording(now as Claim, wording, ada, undefined, before ?? null);
  const again = await findClaim(unclear.id);
  expect(again).toMatchObject({
    text: unclear.text,
    leansOn: 'It',
    candidates: unclear.candidates,
  });
  expect(listFilledWords([again as Claim]).size).toBe(0);
  const found: string[] = [];
  await verify(thisDesk(), ({ sentence }) => found.push(sentence));
  expect(found).toEqual([]);
});
