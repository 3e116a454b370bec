import { expect, test } from 'vitest';
import { extract } from '../extract';

const BODY = `I have closed 14 quays. The river rose 3 metres in May, and my office has told 40 towns.`;
const speakersOf = (head: string, body = BODY) => [
  ...new Set(
    extract(`${head}\n\n${body}`, { publishedOn: '2024-05-02', language: 'en' })
      .claims.filter(({ text }) => text.includes('river'))
      .map(({ claimant }) => claimant?.name ?? null),
  ),
];

test.each([
  'Oral statement: dams\n\nWater Minister Olga Brandt sets out the plan for the dams.',
  'Dams\n\nThe Water Minister Olga Brandt today told the council:',
  'Commenting on the flood, Water Minister Olga Brandt said:',
  'Quays\n\nWater Minister Olga Brandt gave a statement to the council on quays.',
  'Quays: Olga Brandt statement',
  'Olga Brandt: I will close the quays',
  'Written statement: quays\n\nDelivered by:\n\nOlga Brandt',
  'Below is the text of the statement made by Olga Brandt, the Water Minister, on 12 May 2022.',
  'The Minister of State for Water (Olga Brandt) has today made the following Written Statement:',
  'Dams\n\nThe Water Minister today announced a plan.\n\nDelivered by The Rt Hon Olga Brandt MP on 30 April 2014.',
  'Dam review\n\nHon Olga Brandt MP\n\nSpeech',
  'Dam review\n\nOlga Brandt announces the end of the review.\n\nMr Speaker, with permission I will make a statement.',
])('an address below the lines “%s” is of the person who is presented', (head) => {
  expect(speakersOf(head)).toEqual(['Olga Brandt']);
});

test.each([
  // A report in the first person that tells of somebody.
  'A quiet flood\n\nOlga Brandt opens the door of her house by the quay.',
  // Two are presented.
  'Statements on dams\n\nOlga Brandt sets out the plan.\n\nPeter Holm answers her.',
  // A letter to somebody, and a work by somebody, are not the speech of either.
  'A song by Olga Brandt is sung in Lund',
  // An office has no name.
  'Statement on quays\n\nThe Water Minister has announced a plan.',
])('the lines “%s” name nobody as the speaker of the text below', (head) => {
  expect(speakersOf(head)).toEqual([null]);
});

test('an address without a word of its speaker is not given to who is presented', () => {
  const body = 'The river rose 3 metres in May. The council met twice.';
  expect(speakersOf('Water Minister Olga Brandt sets out the plan.', body)).toEqual([null]);
});

test('a surname that is also a verb or a month is a surname', () => {
  expect(speakersOf('Home Secretary Anna May gave a statement on the quays.')).toEqual([
    'Anna May',
  ]);
});
