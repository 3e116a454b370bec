import { expect, test } from 'vitest';
import { asSentence, readSelection } from './selected';

const TEXT = `Nordair, an airline, bought 14 aircraft from Hallmark Jets in March. The airline will fly them to Oslo.

“The fleet cost 900 million euros and was late,” said Jon Rask, the finance minister.
`;
const of = (words: string, speaker: string | null = null) => {
  const start = TEXT.indexOf(words);
  const options = { publishedOn: null, language: 'en', speaker };
  return readSelection(TEXT, { start, end: start + words.length }, options);
};

test('a whole statement is the claim that the engine reads there', () => {
  expect(of('The fleet cost 900 million euros')).toMatchObject({
    text: 'The fleet cost 900 million euros.',
    kind: 'figure',
    claimant: { name: 'Jon Rask' },
  });
});

test('a few words of it make a sentence of their own, by the same claimant', () => {
  expect(of('was late')).toMatchObject({ claimant: { name: 'Jon Rask' } });
  expect(of('14 aircraft')).toMatchObject({ text: '14 aircraft.', kind: 'figure' });
});

test('where the text names no claimant, the speaker of the whole text is the claimant', () => {
  expect(of('bought 14 aircraft', 'Eva Holm').claimant).toMatchObject({ name: 'Eva Holm' });
  expect(of('bought 14 aircraft').claimant).toBeNull();
});

test.each([
  [' and the ferry\nsank, ', 'The ferry sank.'],
  ['It sank.', 'It sank.'],
  ['—he said “no.”', 'He said “no.”'],
])('“%s” as a sentence is “%s”', (words, sentence) => {
  expect(asSentence(words)).toBe(sentence);
});
