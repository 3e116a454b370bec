import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const claims = (text: string) =>
  extract(text, { publishedOn: '2024-05-02', language: 'en' }).claims.map(
    ({ claimant, text: words }) => [claimant?.name ?? null, words],
  );

const QUESTIONS = `How did you come to build boats?

I saw my uncle build 14 boats. We sold all of them.

What does one cost?

Our smallest boat costs 4,000 euros.

They are made of pine.

Did you ever sell to the navy?

My brother sold the navy 3 boats in 2011.`;

describe('an interview without labels is of the one person who is interviewed', () => {
  test.each([
    ['Interview with shipbuilder Greta Olm\n\nThe yard has 40 workers.', 'Greta Olm'],
    ['The Post interviews shipbuilder Greta Olm on pine boats Monday', 'Greta Olm'],
    ['Shipbuilder Greta Olm tells The Post about pine boats', 'Greta Olm'],
    ['On pine boats\n\nWe spoke with Greta Olm, who runs a yard in Lund.', 'Greta Olm'],
    ['Greta Olm, shipbuilder, interviewed by The Post', 'Greta Olm'],
    ['Q&A with Greta Olm', 'Greta Olm'],
  ])('%s', (opening, speaker) => {
    const found = claims(`${opening}\n\n${QUESTIONS}`);
    expect(found).toContainEqual([speaker, 'They are made of pine.']);
    expect(found.at(-1)?.[0]).toBe(speaker);
    expect(found.some(([, words]) => words?.endsWith('?'))).toBe(false);
  });

  test('what stands before the first question is the article’s own', () => {
    const text = `Interview with shipbuilder Greta Olm\n\nThe yard has 40 workers.\n\n${QUESTIONS}`;
    expect(claims(text)[0]).toEqual([null, 'The yard has 40 workers.']);
  });

  test.each([
    ['An interview with the owners of a yard'],
    ['We spoke with Greta Olm and later met Ulf Berg, who both build boats.'],
    ['Greta Olm builds boats of pine'],
    ['The Post interviews New York boat owner'],
  ])('%s: nobody is sure to answer', (opening) => {
    expect(claims(`${opening}\n\n${QUESTIONS}`).at(-1)?.[0] ?? null).toBeNull();
  });

  test('two questions in an article make no interview', () => {
    const text =
      'Interview with Greta Olm shows a trade in trouble\n\nWho will build boats?\n\nI asked 14 yards. We found that 4 of our yards are shut.\n\nThe trade lost 300 jobs.';
    expect(claims(text).at(-1)).toEqual([null, 'The trade lost 300 jobs.']);
  });
});

describe('what is no name of a person labels nobody', () => {
  test.each([
    [
      'King of Lamps: 35% off\n\nThis lamp costs 40 euros.\n\nNew Price Drop: a lamp\n\nIt costs 30 euros.\n\nNew Price Drop: a chair\n\nIt costs 14 euros.',
    ],
    [
      'Big Garden Deal: a spade\n\nIt costs 30 euros.\n\nBig Garden Deal: a rake\n\nIt costs 14 euros.\n\nNew Release: a hose\n\nThe hose is 40 m long.',
    ],
  ])('%s', (text) => {
    expect(new Set(claims(text).map(([speaker]) => speaker))).toEqual(new Set([null]));
  });

  test('a name that the text tells more of does', () => {
    const text =
      'Xandra Mool, who builds boats, met Orvo Tikk, a sailor.\n\nXandra Mool: We sold 14 boats.\n\nOrvo Tikk: You sold 40.\n\nXandra Mool: We did.\n\nOrvo Tikk: They were old.\n\nXandra Mool: The yard has 300 workers.';
    expect(claims(text).at(-1)).toEqual(['Xandra Mool', 'The yard has 300 workers.']);
  });
});
