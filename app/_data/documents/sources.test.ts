import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { recordDocument } from './documents';
import { listSourcePage } from './sources';

let desk: { folder: string; file: string };
beforeAll(async () => {
  desk = await openTestDesk();
  const ada = await addPerson('Ada');
  for (const [title, publisher, url, secret] of [
    ['Log of the collapse', 'Northhaven fire service', null, null],
    ['Jahresbericht', 'Amt für ÖKONOMIE', null, null],
    ['Ship list', null, 'https://port.example/100%_ships', null],
    ['Talk with the harbour master', null, null, 'He asked for it.'],
  ] as const) {
    await recordDocument(
      {
        id: uuidv7(),
        kind: 'interview',
        underCheck: false,
        details: { title, publisher, url, author: null, publishedOn: null, language: null },
        confidentialReason: secret,
        contact: null,
        origin: null,
      },
      ada,
    );
  }
});
afterAll(() => closeTestDesk(desk));

const titles = (words: string | null, seesConfidential = true) =>
  listSourcePage({ words, seesConfidential }, { after: null, before: null }, 2).lines.map(
    ({ title }) => title,
  );

test.each([
  ['fire collapse', ['Log of the collapse']],
  ['FIRE', ['Log of the collapse']],
  ['ökonomie', ['Jahresbericht']],
  ['okonomie amt', ['Jahresbericht']],
  ['100%_', ['Ship list']],
  ['port.example', ['Ship list']],
  ['fire ship', []],
  ["'; DROP TABLE Document; --", []],
])('a source is found by words in its title, publisher or address: %s', (words, found) => {
  expect(titles(words)).toEqual(found);
});

test('the next page of a search has the same words', () => {
  const page = (after: string | null) =>
    listSourcePage({ words: 'p', seesConfidential: true }, { after, before: null }, 1);
  const first = page(null);
  expect(first.lines[0]?.title).toBe('Ship list');
  expect(page(first.older).lines[0]?.title).toBe('Log of the collapse');
});

test('a person who may not see a confidential source cannot find it', () => {
  expect(titles('harbour')).toEqual(['Talk with the harbour master']);
  expect(titles('harbour', false)).toEqual([]);
  expect(titles(null, false)).toEqual(['Ship list', 'Jahresbericht']);
});
