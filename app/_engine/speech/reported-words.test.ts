import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const read = (text: string) =>
  extract(text, { publishedOn: '2024-05-02', language: 'en' }).claims.map(
    ({ claimant, text: words }) => [claimant?.name ?? null, words],
  );

describe('a short form of pronoun and verb opens what is said', () => {
  test.each([
    ['Lidex said it’ll cost 40 euros.', 'Lidex', 'It’ll cost 40 euros.'],
    [
      'The carmaker says it’ll be doing that with all 40 models.',
      'carmaker',
      'It’ll be doing that with all 40 models.',
    ],
    ['Boeing said 40 jets were late.', 'Boeing', '40 jets were late.'],
    ['Norling says the van has 40 seats.', 'Norling', 'The van has 40 seats.'],
    ['Holm says he’d sell 40 vans.', 'Holm', 'He’d sell 40 vans.'],
  ])('%s', (sentence, speaker, words) => {
    expect(read(sentence)).toContainEqual([speaker, words]);
  });
});

describe('two verbs of one subject around the speaker are one statement', () => {
  test.each([
    [
      'The firm’s crews found the leak, Meyer said, and “patched” the pipe in 14 towns.',
      'Meyer',
      'The firm’s crews found the leak and “patched” the pipe in 14 towns.',
    ],
    [
      'The bank cut 40 jobs, the union said, and closed 14 offices.',
      'union',
      'The bank closed 14 offices.',
    ],
  ])('%s', (sentence, speaker, words) => {
    expect(read(sentence)).toContainEqual([speaker, words]);
  });

  test('a statement of its own after the speaker stays apart', () => {
    expect(read('The bank cut 40 jobs, the union said, and 14 offices will close.')).toContainEqual(
      ['union', 'The bank cut 40 jobs.'],
    );
  });
});

describe('figures are those of the body that gave them', () => {
  test.each([
    ['The bond fell to 16 %, according to data from Marketlux.', 'Marketlux'],
    ['Some 40 firms closed, figures from Statlund show.', 'Statlund'],
    ['Some 40 firms closed, according to data from China.', null],
    ['Some 40 firms closed, according to data from 2019.', 'data'],
  ])('%s', (sentence, speaker) => {
    expect(new Set(read(sentence).map(([name]) => name))).toEqual(new Set([speaker]));
  });
});

describe('what is told of a speaker is the article’s own', () => {
  const days = (text: string) =>
    extract(text, { publishedOn: '2024-05-02', language: 'en' }).claims.map(
      ({ claimant, saidOn }) => [claimant?.name ?? null, saidOn?.surface ?? null],
    );

  test.each([
    [
      'The firm, which is to lay off 40 people this week, confirmed on Monday that police had called.',
      [
        [null, null],
        ['firm', 'Monday'],
      ],
    ],
    ['The mayor, who lost in 2019, said 40 people had died.', [['mayor', null]]],
    ['The ministry in a statement on Monday said 40 had died.', [['ministry', 'Monday']]],
    ['Six people who lost 40 euros said nothing.', [[null, null]]],
  ])('%s', (sentence, expected) => {
    expect(days(sentence)).toEqual(expected);
  });

  test.each([
    ['The first thing they found out is that Rose has 40 songs.'],
    ['Having announced he would go, Holm cut 40 jobs.'],
  ])('%s has no speaker', (sentence) => {
    expect(new Set(read(sentence).map(([name]) => name))).toEqual(new Set([null]));
  });
});
