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
      null,
    ],
  ])('%s', (text, claimant) => {
    expect(claimants(text).at(-1)).toBe(claimant);
  });
});

describe('a surname that ends like an office, and a first name, are people all the same', () => {
  test.each([
    ['The cup went to Peter Miller. “We won 40 games,” Miller said.', 'Peter Miller (person)'],
    [
      'Writers like Neil Brandman came. “He made 40 plays,” Brandman told me.',
      'Neil Brandman (person)',
    ],
    ['The actor Kate Olm came. “It took 40 days,” Kate said.', 'Kate Olm (person)'],
    [
      'China’s ambassador to Britain Liu Xiaming said 4 sank. Liu said 40 ships were there.',
      'Liu Xiaming (person)',
    ],
    ['Treasurer Ana Ruiz left. “We lost 40 votes,” Ruiz said.', 'Ana Ruiz (person)'],
    ['Kate Olm met Kate Berg. “It took 40 days,” Kate said.', 'Kate (organization)'],
    ['Reluctantly, Brandman said 40 judges had come.', 'Brandman (organization)'],
    [
      'Jo Moss told a crowd of nurses who had come by bus that 40 jobs would go.',
      'Jo Moss (person)',
    ],
    ['According to his aunt, Jane Moss, “he read 40 books a year.”', 'Jane Moss (person)'],
    ['As Iris Moss put it, “The town lost 40 boats.”', 'Iris Moss (person)'],
  ])('%s', (text, claimant) => {
    expect(claimants(text)).toContain(claimant);
  });
});

describe('“they” are people or a body, and who was told of just before', () => {
  test.each([
    [
      'Lidex says the van costs 40 euros. Analysts expect a price of 30 euros. They say sales will fall 4 percent.',
      'Analysts (unnamed)',
    ],
    ['Anna Vik said 40 came. “We lost 14,” they said in a statement.', null],
    [
      'State police said 40 came. Snow fell on the town in May. The road was shut. They said 14 left.',
      null,
    ],
    ['The Lund Board said 40 came. It said 14 left.', 'Lund Board (organization)'],
  ])('%s', (text, claimant) => {
    expect(claimants(text).at(-1)).toBe(claimant);
  });
});

describe('somebody new is nobody told of before', () => {
  test.each([
    ['Mayor Tom Reed spoke. Tommy left at 51. He saved 40 euros a week, he wrote.', null],
    ['Mayor Tom Reed spoke. Later, when I emailed Brandt, he said 40 came.', null],
    ['Mayor Tom Reed spoke. In Lund, he said 40 came.', 'Tom Reed (person)'],
    [
      'Mayor Tom Reed spoke. He wrote to Ida Moss in May. “We lost 40 votes,” he said.',
      'Tom Reed (person)',
    ],
  ])('%s', (text, claimant) => {
    expect(claimants(text).at(-1)).toBe(claimant);
  });
});

describe('who is named last has the last word', () => {
  test.each([
    ['Nearly 40 ships are late, say officials.', 'officials (unnamed)'],
    ['The plague is “always fatal” in 40 towns, says WHO.', 'WHO (organization)'],
    [
      '“We lost 40 votes,” Mayor Tom Reed told voters, according to the Herald.',
      'Tom Reed (person)',
    ],
    ['Rep. Ana Ruiz, R-Ky., met farmers and argued that 40 farms had closed.', 'Ana Ruiz (person)'],
    ['Bo Ek, another driver, said he had lost 40 euros.', 'Bo Ek (person)'],
    [
      'A part of the reason that 40 guards are needed, Tom Reed said, is the flow of drugs.',
      'Tom Reed (person)',
    ],
    [
      'The UN commissioner for Human Rights said 40 had died.',
      'UN commissioner for Human Rights (unnamed)',
    ],
    [
      '“We see 40 risks,” Lund Institutional Equities said.',
      'Lund Institutional Equities (organization)',
    ],
  ])('%s', (text, claimant) => {
    expect(claimants(text)).toContain(claimant);
  });
});
