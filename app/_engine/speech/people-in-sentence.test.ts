import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const claimants = (text: string) =>
  extract(text, { publishedOn: '2024-05-02', language: 'en' }).claims.map(({ claimant }) =>
    claimant ? `${claimant.name} (${claimant.kind})` : null,
  );

describe('a surname alone is the person whose full name the text has given', () => {
  test.each([
    [
      'The keeper Ola Brandt left in May. “We lost 14 matches,” Brandt said.',
      'Ola Brandt (person)',
    ],
    [
      'The prize went to Nora Quist and Emil Dahlin. Dahlin said the hall seats 900.',
      'Emil Dahlin (person)',
    ],
    [
      'A jury heard that the driver, Karl Voss, fled. Mr Voss told police the van had failed twice.',
      'Karl Voss (person)',
    ],
    [
      'The song was written by Greta Olm. “It took 3 days,” Olm recalled. “I wept for 2 of them.”',
      'Greta Olm (person)',
    ],
    [
      'Quarles bets on rail\n\nThe city hired Tessa Quarles in May. Quarles said the line will cost $40 million.',
      'Tessa Quarles (person)',
    ],
    ['Singers Ann Rowe and Joan Rowe met. Rowe said 40 came.', 'Rowe (person)'],
    [
      'Norling sold 40,000 vans in May. Its founder was Henry Norling. Norling said it would build 300 more.',
      'Norling (organization)',
    ],
    ['Celebrities Iris Lund and Bo Ek came. “We gave 40 euros,” Lund said.', 'Iris Lund (person)'],
    [
      'President Iva Stone met farmers. The president said 40 farms had closed.',
      'Iva Stone (person)',
    ],
    [
      'US President Iva Stone met farmers. The president said 40 farms had closed.',
      'Iva Stone (person)',
    ],
    [
      'Vice President Iva Stone met farmers. The president said 40 farms had closed.',
      'president (unnamed)',
    ],
    [
      'US President Iva Stone met Polish President Jan Wolski. The president said 40 farms had closed.',
      'president (unnamed)',
    ],
  ])('%s', (text, claimant) => {
    expect(claimants(text).at(-1)).toBe(claimant);
  });
});

describe('“he” and “she” as speakers are people whom the words before name', () => {
  test.each([
    [
      'Her son, the baker Charlie Moss, agreed. “She worked 14 hours a day,” he said. Greta Moss then left. “I sold 40 cakes,” she said.',
      'Greta Moss (person)',
    ],
    [
      'Mayor Tom Reed spoke first. Ellen Park, who had lost 3 races, was only half surprised. “We lost 40 votes,” she said.',
      'Ellen Park (person)',
    ],
    [
      'Anna Vik praised Per Lund. By the time Lund learned of it, he said, 40 shops had closed.',
      'Per Lund (person)',
    ],
    [
      'Mayor Tom Reed spoke. When Ellen Park left, she said 40 people had fallen ill.',
      'Ellen Park (person)',
    ],
    [
      'Mayor Anna Vik spoke. When the bakers Tom Reed and Paul Lund came home, he said 40 trees had died.',
      null,
    ],
    ['Norline cut 300 jobs. “We lost 40 ships,” Norline said. She said 14 had burned.', null],
    ['Lindsey Gray spoke. He said 40 roads had closed.', 'Lindsey Gray (person)'],
    ['Mayor Tom Reed spoke. She said 40 roads had closed.', null],
    [
      'Mayor Anna Vik met Tom Reed. Vik’s boat sank. “It cost 40 euros,” she said.',
      'Anna Vik (person)',
    ],
    [
      'Mayor Anna Vik spoke. Steering past reporters, Reed left with doctors Jon Ek and Bo Dahl. She said 40 had died.',
      'Anna Vik (person)',
    ],
  ])('%s', (text, claimant) => {
    expect(claimants(text).at(-1)).toBe(claimant);
  });
});
