import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const read = (text: string) => extract(text, { publishedOn: '2024-05-02', language: 'en' }).claims;
const speakers = (text: string) => read(text).map(({ claimant }) => claimant?.name ?? null);

describe('a quotation of several sentences has the speaker who is named after it', () => {
  test.each([
    [
      '“The court has done its work. My son got 14 years,” said U.S. Attorney Nel Cox.',
      ['Nel Cox', 'Nel Cox'],
    ],
    [
      '"Norling has 40 vans. It sold 30 of them in May," said Eva Holm, who left. "That was 4 too many."',
      ['Eva Holm', 'Eva Holm', null, 'Eva Holm'],
    ],
    [
      '“We lost 40 ships. Twelve of them burned.\n\n“The rest sank,” Ida Moe told the Post on Monday. The ships were old.',
      ['Ida Moe', 'Ida Moe', 'Ida Moe', null],
    ],
    [
      'Mayor Eva Holm was angry. “We lost 40 ships. Twelve of them burned! It hurts,” she said.',
      [null, 'Eva Holm', 'Eva Holm'],
    ],
    [
      '“The board wants a bigger deal. More than the 40 million” signed in May, said Derek Lind, a scholar.',
      ['Derek Lind', 'Derek Lind'],
    ],
    ['“We lost 40 ships. Where are they?” asked Eva Holm. “Nobody knows.”', ['Eva Holm']],
    [
      '“We lost 40 ships. Twelve of them burned.” Holm said the ships were old.',
      [null, null, 'Holm'],
    ],
    ['“We lost 40 ships.”\n\nTwelve of them burned, said Holm.', [null, 'Holm']],
    ['“We lost 40 ships. Twelve burned,” and the song ends.', [null]],
    [
      '“Norling expects 40 orders. We will need 14 more vans,” said its chairman, Bo Ek.',
      ['Bo Ek', 'Bo Ek'],
    ],
  ])('%s', (text, expected) => {
    expect(speakers(text).slice(0, expected.length)).toEqual(expected);
  });
});

describe('who wrote an exclamation stands in its sentence', () => {
  test.each([
    [
      '“Governor Holm has built 40 schools!” Lund tweeted before the vote. “He has my support, and always has.”',
      ['Lund', 'Lund'],
    ],
    ['“We won 40 seats!” Ana Ruiz wrote on Monday. The town slept.', ['Ana Ruiz', null]],
    ['“Where are the 40 vans?” Mr. Holm asked. “We had 14 of them.”', ['Holm']],
    ['“Stop the vans!” Holm said the plan would cost 40 euros.', ['Holm']],
    ['“We lost 40 vans!” The town slept for 14 hours.', [null, null]],
  ])('%s', (text, expected) => {
    expect(speakers(text)).toEqual(expected);
  });
});

describe('a statement that goes on after a few quoted words has its speaker', () => {
  test.each([
    [
      '“The people of this town aren’t buying” the plan, Lund said at a rally last week.',
      'Lund',
      '“The people of this town aren’t buying” the plan.',
    ],
    [
      'The firm will cut 40 jobs in a “painful but needed” step, the board said.',
      'board',
      'The firm will cut 40 jobs in a “painful but needed” step.',
    ],
    [
      'The deal would cost a “ruinous” 40 million euros, a second person briefed on the call said.',
      'a second person',
      'The deal would cost a “ruinous” 40 million euros.',
    ],
    [
      'The plan for 40 farms is dead, two officials informed about the talks said.',
      'two officials',
      'The plan for 40 farms is dead.',
    ],
    ['“We lost 40 ships,” Lund, the captain, said.', 'Lund', 'We lost 40 ships.'],
  ])('%s', (sentence, speaker, words) => {
    expect(
      read(sentence).map(({ claimant, text }) => [claimant?.name ?? null, text]),
    ).toContainEqual([speaker, words]);
  });
});

describe('what somebody has or expects is no speaker', () => {
  test.each([
    ['Of the 40 towns, which lie inland, 14 in May, reported a loss of water.', null],
    ['Some 900 people, which is 4 percent of the town, reported an illness in 2017.', null],
    ['Later, Norling is expected to cut 40 jobs, a step that would please its owners.', null],
    ['The firm sold 40 vans in May, reported the watchdog.', 'watchdog'],
    ['The firm sold 40 vans in May, reported a loss and closed.', null],
  ])('%s', (sentence, speaker) => {
    expect(new Set(speakers(sentence))).toEqual(new Set([speaker]));
  });
});

describe('words in quotation marks that nobody said are of nobody', () => {
  test.each([
    [
      'A confident 2010 appearance by former leader Ana Ruiz sparked a wave of “Anamania” in 40 towns.',
      null,
    ],
    ['Mayor Ana Ruiz sang “Wild Rose” in 40 towns.', null],
    ['Mayor Ana Ruiz called the plan for 40 homes “stunning”.', null],
    ['Ms Reis praised “a rare courage” in 40 towns.', 'Reis'],
    ['Mayor Ana Ruiz condemned “the worst deal in 40 years”.', 'Ana Ruiz'],
  ])('%s', (sentence, speaker) => {
    expect(speakers(sentence)).toEqual([speaker]);
  });
});

describe('what is written speaks', () => {
  test.each([
    [
      '“After 40 years, we were shocked,” the statement read. “We lost 14 friends.”',
      ['statement', 'statement'],
    ],
    ['A report by E! News says 40 came.', ['a report by E! News']],
    ['Mayor Ana Ruiz read 40 books in May.', [null]],
    ['Eva Holm, as they showed against 40 teams, said it rained.', [null]],
  ])('%s', (text, expected) => {
    expect(speakers(text)).toEqual(expected);
  });

  test('a filler is nothing of the speaker’s', () => {
    expect(read('“I mean, it has 40 rooms,” Eva Davis said.').map(({ text }) => text)).toEqual([
      'I mean, it has 40 rooms.',
    ]);
  });
});
