import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MOST_VIEWS } from '#domain/search/saved-view';
import { reader } from '../database/db';
import { addPerson, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { verify } from '../verification/verify';
import { listSavedViews, recordSavedView, recordViewRemoval } from './saved-views';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
let noor: Awaited<ReturnType<typeof addPerson>>;
beforeAll(async () => {
  desk = await openTestDesk();
  [ada, noor] = [await addPerson('Ada', 'editor'), await addPerson('Noor', 'checker')];
});
afterAll(() => closeTestDesk(desk));

const view = (name: string, isOfDesk = false) => ({
  id: uuidv7(),
  name,
  query: '?status=open',
  isOfDesk,
});
const names = (personId: string) => listSavedViews(personId).map(({ name }) => name);

test('a view of one person is theirs alone, and one of the desk is for everybody', async () => {
  const own = view('Ships');
  const shared = view('Front page', true);
  for (const each of [own, shared, shared]) {
    expect(await recordSavedView(each, ada)).toMatchObject({ ok: true });
  }
  expect(names(ada.userId)).toEqual(['Front page', 'Ships']);
  expect(names(noor.userId)).toEqual(['Front page']);
  expect(await recordSavedView(view('front PAGE'), noor)).toEqual({
    ok: false,
    refusal: { kind: 'nameTaken', name: 'Front page' },
  });
  expect(await recordSavedView(view('Ships'), noor)).toMatchObject({ ok: true });

  // Neither another person's, nor that of the desk by a person who may not.
  expect(await recordViewRemoval(own.id, true, noor)).toBe(false);
  expect(await recordViewRemoval(shared.id, false, noor)).toBe(false);
  expect(await recordViewRemoval(shared.id, true, ada)).toBe(true);
  expect(await recordViewRemoval(shared.id, true, ada)).toBe(false);
  expect(names(noor.userId)).toEqual(['Ships']);
});

test('each is an event, and the record verifies', async () => {
  const events = await reader().event.findMany({
    where: { entity: 'savedView' },
    orderBy: { seq: 'asc' },
    select: { action: true, actorId: true },
  });
  expect(events).toEqual([
    { action: 'view.saved', actorId: ada.userId },
    { action: 'view.saved', actorId: ada.userId },
    { action: 'view.saved', actorId: noor.userId },
    { action: 'view.removed', actorId: ada.userId },
  ]);
  const found: string[] = [];
  const verified = {
    databaseFile: desk.file,
    anchor: join(desk.folder, 'record.anchor'),
    captures: join(desk.folder, 'captures'),
  };
  await verify(verified, ({ sentence }) => found.push(sentence));
  expect(found).toEqual([]);
});

test('there is an end to the views of a person, and to those of the desk', async () => {
  for (let n = names(ada.userId).length; n < MOST_VIEWS; n++) {
    expect(await recordSavedView(view(`View ${n}`), ada)).toMatchObject({ ok: true });
  }
  expect(await recordSavedView(view('One more'), ada)).toEqual({
    ok: false,
    refusal: { kind: 'tooMany', most: MOST_VIEWS },
  });
  expect(await recordSavedView(view('One more', true), ada)).toMatchObject({ ok: true });
});
