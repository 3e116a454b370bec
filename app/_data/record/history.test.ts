import { afterAll, beforeAll, expect, test } from 'vitest';
import { actionInWords, actorInWords } from '#domain/record/events';
import { changesInWords } from '#domain/record/history';
import { findClaim } from '../claims/claims';
import { reader, write } from '../database/db';
import { takeStep } from '../review/take-step';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { ALL_OF_IT, countHistory, listActors, listHistory } from './history';
import { event, recordEvents } from './record-events';

let desk: { folder: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
let noor: Awaited<ReturnType<typeof addPerson>>;
let claimId: string;

beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada Brandt', 'editor');
  noor = await addPerson('Noor Haddad', 'editor');
  const articleId = await addTestArticle();
  claimId = (await reader().claim.findFirstOrThrow({ where: { articleId } })).id;
  // As it is recorded where Ada adds an article: the reading is asked for by her.
  await write(async (tx) => {
    const found = { text: 'The harbour employs 12,000 people.', revision: 0 };
    recordEvents(tx, ada, [
      event('claim.readAgain', claimId, { before: {}, after: found } as never),
    ]);
  });
  await step({ step: 'accept' });
  await step({ step: 'assign', assigneeId: ada.userId });
  await step({ step: 'assign', assigneeId: noor.userId });
});
afterAll(() => closeTestDesk(desk));

async function step(asked: Omit<Parameters<typeof takeStep>[0], 'claimId' | 'revision'>) {
  const claim = await findClaim(claimId);
  expect(await takeStep({ claimId, revision: claim?.revision ?? 0, ...asked }, noor)).toMatchObject(
    { ok: true },
  );
}

const listed = (person: string | null = null) =>
  listHistory({ claimId }, { ...ALL_OF_IT, person }, 50, true).events;

test('what the engine did is told of the desk, not of the person who added the article', () => {
  const byReading = listed().find(({ action }) => action === 'claim.readAgain');
  expect(byReading && `${actorInWords(byReading)} ${actionInWords(byReading.action)}`).toBe(
    'The desk read the article again: this claim changed',
  );
  expect(listed('desk').map(({ action }) => action)).toContain('claim.readAgain');
  expect(listed(ada.userId)).toEqual([]);
  expect(countHistory({ claimId }, { ...ALL_OF_IT, person: ada.userId })).toBe(0);
  expect(listActors({ claimId }).map(({ name }) => name)).toEqual(['Noor Haddad']);
});

test('a claim that goes from one person to another names both', () => {
  const [second, first] = listed().filter(({ action }) => action === 'claim.assigned');
  expect(changesInWords(second?.before ?? null, second?.after ?? null)).toContainEqual({
    label: 'Assignee',
    isProse: false,
    before: 'Ada Brandt',
    after: 'Noor Haddad',
  });
  expect(changesInWords(first?.before ?? null, first?.after ?? null)).toContainEqual({
    label: 'Assignee',
    isProse: false,
    before: null,
    after: 'Ada Brandt',
  });
});
