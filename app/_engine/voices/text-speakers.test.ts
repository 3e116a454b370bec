import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const claims = (text: string, speaker: string | null = null) =>
  extract(text, { publishedOn: '2024-05-02', language: 'en', speaker }).claims.map((claim) => [
    claim.claimant?.name ?? null,
    claim.text,
  ]);

describe('the speaker of a whole text makes the statements that nobody else is given', () => {
  test.each([
    ['Statement by the Minister of Finance, Olga Brandt MP, on the summer floods.', 'Olga Brandt'],
    ['Written statement by Olga Brandt about dams in 2031.', 'Olga Brandt'],
    ['Remarks by President Olga Brandt at the harbour', 'Olga Brandt'],
    ['Full text of a speech delivered by The Rt Hon Olga Brandt MP in Lund', 'Olga Brandt'],
    ['The Mayor, Olga Brandt, made the following statement:', 'Olga Brandt'],
    ["Mayor Olga Brandt's speech to the council", 'Olga Brandt'],
    ['By Olga Brandt', 'Olga Brandt'],
    ['Statement by the Forestry Board on pine beetles', 'Forestry Board'],
  ])('the line “%s” names the speaker of the text below it', (line, speaker) => {
    const text = `${line}\n\nWe have built 14 dams. The river rose 3 metres in May.\n\nOur pumps failed twice.`;
    expect(claims(text)).toContainEqual([speaker, 'The river rose 3 metres in May.']);
    expect(claims(text).some(([, words]) => words?.includes(line.slice(0, 12)))).toBe(false);
  });

  test.each([
    ['Olga Brandt’s speech draws 3,000 listeners', 'The river rose 3 metres in May.'],
    ['By Olga Brandt', 'The river rose 3 metres in May.'],
    ['Statement by mayor angers the town', 'The river rose 3 metres in May.'],
    ['A letter from Paris', 'The river rose 3 metres in May.'],
    ['The Ninth Gate: a view from below', 'The river rose 3 metres in May. We saw it and we ran.'],
  ])('the line “%s” over an article names no speaker of it', (line, body) => {
    expect(claims(`${line}\n\n${body}`)[0]).toEqual([null, 'The river rose 3 metres in May.']);
  });

  test('whoever else is quoted keeps the own words, and a note below the speech is not said', () => {
    const text = `Statement by Olga Brandt on dams.

Police said 40 cows died. "The river won," Peter Holm told me. I lost 14 boats.

Notes to editors

The ministry employs 300 people.`;
    expect(claims(text)).toEqual([
      ['Police', '40 cows died.'],
      ['Peter Holm', 'The river won.'],
      ['Olga Brandt', 'Olga Brandt lost 14 boats.'],
      [null, 'The ministry employs 300 people.'],
    ]);
  });

  test('a letter is its signer’s, and a speaker that a reviewer names goes before all', () => {
    const letter = 'Dear Editor,\n\nI counted 62 trees.\n\nYours sincerely,\nMarta Lind\nOslo';
    expect(claims(letter)).toEqual([['Marta Lind', 'Marta Lind counted 62 trees.']]);
    expect(claims(letter, 'Ida Moe')).toEqual([['Ida Moe', 'Ida Moe counted 62 trees.']]);
    expect(claims('A bridge cost 14 million euros.', 'the harbour board')).toEqual([
      ['the harbour board', 'A bridge cost 14 million euros.'],
    ]);
  });
});

describe('“I” is the speaker, where grammar tells how', () => {
  test.each([
    ['I have ordered 14 pumps.', 'Ida Moe has ordered 14 pumps.'],
    ['I want 14 pumps and have ordered 300 wells.', 'Ida Moe wants 14 pumps.'],
    ['I have seen 14 wells and have ordered 300 pumps.', 'Ida Moe has ordered 300 pumps.'],
    [
      'Last year the minister and I opened 14 wells.',
      'Last year the minister and Ida Moe opened 14 wells.',
    ],
    ['In May I also carry 14 pumps.', 'In May Ida Moe also carries 14 pumps.'],
    ['My office received 2,000 letters.', 'Ida Moe’s office received 2,000 letters.'],
    ['I’ve sold 14 wells.', 'Ida Moe has sold 14 wells.'],
    ['I’d sell 14 wells.', 'I’d sell 14 wells.'],
    ['I built 14 wells myself.', 'I built 14 wells myself.'],
    ['We have sold 14 wells.', 'We have sold 14 wells.'],
    ['The town lost 14 men in World War I.', 'The town lost 14 men in World War I.'],
  ])('“%s” is “%s”', (words, text) => {
    expect(claims(words, 'Ida Moe').map(([, own]) => own)).toContain(text);
  });

  test('a body says “I” for nobody', () => {
    expect(claims('I have sold 14 wells.', 'the harbour board')[0]?.[1]).toBe(
      'I have sold 14 wells.',
    );
  });
});

describe('labels of a transcript give the speaker, and leave the claim', () => {
  test('questions are no claims, and answers are those of who is interviewed', () => {
    const text = `We talk to the engineer Ana Ruiz about tunnels

Q: You dug for 14 years. Is that right?

A: The tunnel is 14 km long. I hired 240 people.

It has two tracks.

Q. Who paid for it?

A. The town paid 3 million euros.`;
    expect(claims(text)).toEqual([
      ['Ana Ruiz', 'The tunnel is 14 km long.'],
      ['Ana Ruiz', 'Ana Ruiz hired 240 people.'],
      ['Ana Ruiz', 'It has two tracks.'],
      ['Ana Ruiz', 'The town paid 3 million euros.'],
    ]);
  });

  test('names in capitals are those of the people named in full', () => {
    const text = `Secretary Tom Hale answers questions

MR. HALE: The president signed 14 bills.

MS. OKORO: He signed 12 bills.

MR. HALE: I have seen all 14 bills.`;
    expect(claims(text)).toEqual([
      ['Tom Hale', 'The president signed 14 bills.'],
      ['Okoro', 'He signed 12 bills.'],
      ['Tom Hale', 'Tom Hale has seen all 14 bills.'],
    ]);
  });

  test('an office is its holder, the day above is the day of saying, and two speakers share no text', () => {
    const text = `Remarks by President Moe and Vice President Lind at the opening of the dam

JULY 11, 2022

THE VICE PRESIDENT: The dam holds 40 million litres. I opened 14 dams.

THE PRESIDENT: It cost 3 million euros. Karin Lind opened it.`;
    expect(claims(text)).toEqual([
      ['Karin Lind', 'The dam holds 40 million litres.'],
      ['Karin Lind', 'Karin Lind opened 14 dams.'],
      ['Moe', 'It cost 3 million euros.'],
      ['Moe', 'Karin Lind opened it.'],
    ]);
    const [first] = extract(text, { publishedOn: '2024-05-02', language: 'en' }).claims;
    expect(first?.saidOn?.value).toBe('2022-07-11');
    expect(claims(text.replace(/THE (?:VICE )?PRESIDENT: /g, ''))[0]?.[0]).toBe(null);
  });

  test.each([
    'Claim: 14 ships sank.\nVerdict: 12 ships sank.\nClaim: 30 sailors died.\nVerdict: 28 sailors died.',
    'Start Date: 4 ships sank.\n\nEnd Date: 14 ships sank.\n\nNote: 30 sailors died.',
  ])('words before a colon that name nobody are no labels', (text) => {
    expect(claims(text).every(([by]) => by === null)).toBe(true);
  });
});
