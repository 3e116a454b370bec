import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const read = (text: string) => extract(text, { publishedOn: '2025-05-15', language: 'en' }).claims;
const last = (text: string) => read(text).at(-1)?.text;

describe('the subject that a statement leaves to its context is filled in when it is clear', () => {
  test.each<[string, string]>([
    [
      'The ferry Ulvdal, which can carry 1,200 people, ran aground. It weighs 4,500 tons.',
      'The ferry Ulvdal weighs 4,500 tons.',
    ],
    [
      'The ferry Ulvdal ran aground on Friday. The vessel was built in 1998.',
      'The ferry Ulvdal was built in 1998.',
    ],
    [
      'Martin Kell, 47, admitted 11 counts of theft. He stole drugs worth £80,000.',
      'Martin Kell stole drugs worth £80,000.',
    ],
    [
      'Martin Kell, 47, admitted 11 counts of theft. Kell was jailed for six years.',
      'Martin Kell was jailed for six years.',
    ],
    [
      'The captain, Lars Moen, had warned the port. He was rescued after two hours.',
      'Lars Moen was rescued after two hours.',
    ],
    [
      'Judge Simon Foyle adjourned the case. The judge ordered a report within six weeks.',
      'Judge Simon Foyle ordered a report within six weeks.',
    ],
    [
      'The airline has had three accidents, and its licence was suspended in 2021.',
      "The airline's licence was suspended in 2021.",
    ],
    [
      'Lumo, a messaging app, was fined in May. The app has 90 million users.',
      'Lumo has 90 million users.',
    ],
    [
      'Norden Bank confirmed that it had sold 14 mines in May.',
      'Norden Bank had sold 14 mines in May.',
    ],
    [
      'Health minister Karl Boyd opened the clinic. In May he closed 14 others.',
      'In May Karl Boyd closed 14 others.',
    ],
  ])('%s', (text, expected) => {
    expect(last(text)).toBe(expected);
  });
});

describe('a pronoun that could refer to two things is left unchanged', () => {
  test.each<[string, string]>([
    ['The ferry hit a trawler. It sank in nine minutes.', 'It sank in nine minutes.'],
    [
      "Ireland's Data Office said the firm broke the law 14 times. It gave no reason in May.",
      'It gave no reason in May.',
    ],
    [
      'The weather bureau issued a warning. The storm killed nine people. It said 20 were missing.',
      '20 people were missing.',
    ],
    ['Kim Reis, 40, met Robin Boyd. She paid £3m.', 'She paid £3m.'],
    [
      'His wife, Anna, was cleared in May. Prosecutor Lena Marsh said that he had made 140 sales.',
      'He had made 140 sales.',
    ],
    [
      'The ferry Ulvdal ran aground. The ferry Orla came to help. The ferry has 40 berths.',
      'The ferry has 40 berths.',
    ],
    [
      'The ministry closed the road on Friday. It emerged that 20 bridges were unsafe.',
      'It emerged that 20 bridges were unsafe.',
    ],
    [
      'Police freed the passengers. They had been held for 20 hours.',
      'They had been held for 20 hours.',
    ],
  ])('%s', (text, expected) => {
    expect(last(text)).toBe(expected);
  });
});
