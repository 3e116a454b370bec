import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const read = (text: string) => extract(text, { publishedOn: '2025-05-15', language: 'en' }).claims;
const texts = (text: string) => read(text).map((claim) => claim.text);
const last = (text: string) => read(text).at(-1);

/** What a text says of one must never be put down to another. */
describe('a claim is about the one whom the text means', () => {
  test.each<[why: string, text: string, claim: string]>([
    [
      'a state is nobody who spends money',
      '"I tried to enter Nevada in May," said Milan Horak, 24, from Brno. He said he has spent $9,000 on lawyers.',
      'Milan Horak has spent $9,000 on lawyers.',
    ],
    [
      'a name in quotation marks is the one that is meant',
      'Lund Party changed the name of its press account to “LundFacts” on Monday. The party later went back to the name “Lund Press” for its account.',
      'Lund Party later went back to the name “Lund Press” for its account.',
    ],
    [
      'a newspaper has no client',
      'Jane Roe, Carter’s lawyer, told The Hill in a statement that her client did not intend to hurt anyone.',
      'Jane Roe’s client did not intend to hurt anyone.',
    ],
    [
      'the state is not its police',
      'Lund State Police counted 400 drivers. The mayor said tests on the state’s new exam were too hard.',
      'Tests on the state’s new exam were too hard.',
    ],
    [
      'a day is no part of a name',
      'Roe asked for mercy in a letter posted on Twitter Tuesday, saying she did not think prison would help.',
      'Roe did not think prison would help.',
    ],
    [
      'an office ends with the word for what it governs',
      'Former Secretary of State Maria Alber met 40 voters. The state’s roads are bad.',
      'The state’s roads are bad.',
    ],
    [
      'a speaker with an aside means himself',
      '"I left in May," said Milan Horak, 24. Lakshin Singh, another tenant, said he had given $900 to an agent.',
      'Lakshin Singh had given $900 to an agent.',
    ],
    [
      'what a listener is called is no part of what was told',
      'Karl Carter was stopped on Monday. He told officers he supported the plan.',
      'Karl Carter supported the plan.',
    ],
    [
      'the paper something is said in is no part of it',
      'Attorney Jane Moss said in the release the case shows that the law works.',
      'The case shows that the law works.',
    ],
    [
      'the US is nobody who speaks',
      'Norwegian settlers, who form part of the bloc, said the US policy change paved the way for 40 new homes.',
      'The US policy change paved the way for 40 new homes.',
    ],
    [
      'a land is not its part',
      'The man fell ill in Outer Sundland on 5 May. In June 40 travellers were stranded in Sundland.',
      'In June 40 travellers were stranded in Sundland.',
    ],
    [
      'an office is no form of a disease',
      'Sund health office gave a warning on Sunday. It’s the most common form of plague.',
      'It’s the most common form of plague.',
    ],
    [
      'a firm that was named since may be the firm',
      'The private equity firm Alder Capital owns 90 papers. The town is small. It rained for days. All roads were shut. Norpress has grown. In 2018, the firm’s habit was to cut 30% of jobs.',
      'In 2018, the firm’s habit was to cut 30% of jobs.',
    ],
    [
      'a firm that acted in the sentence before may be the firm',
      'The private equity firm Alder Capital owns 90 papers. Reed left. Norpress has grown. In 2018, the firm’s habit was to cut 30% of jobs.',
      'In 2018, the firm’s habit was to cut 30% of jobs.',
    ],
    [
      'a speaker after “and” has the verb of one',
      '"And I hope the 12 trams come back," Ann Roe said.',
      'Ann Roe hopes the 12 trams come back.',
    ],
    [
      'a book is not the last word of its title',
      'The Hand of the North, the first book in the row, came out in 1990. Then it rained. The book sold 900 copies.',
      'The first book sold 900 copies.',
    ],
    [
      'what is somebody’s is not that one',
      'Ford Boyd wrote 12 books. Each has another form but each is clearly his.',
      'Each has another form but each is clearly Ford Boyd’s.',
    ],
    [
      'a drug is not the agency named after drugs',
      'We used data published in 2018 by the Drug Enforcement Agency. The price is for Colorado, a state where the drug is legal.',
      'The price is for Colorado, a state where the drug is legal.',
    ],
    [
      'a time of day is nothing named before',
      'Work on the stage is still going on. It’s 6PM, before the start of the 40 shows.',
      'It’s 6PM, before the start of the 40 shows.',
    ],
    [
      'two names that are joined may be “they”',
      'The articles tell of 12 deals. Reed wrote to Walika and Gossipo on how they got 40 numbers.',
      'Reed wrote to Walika and Gossipo on how they got 40 numbers.',
    ],
    [
      'words of somebody are not parted from a speaker who is not read',
      'That said, the DEA says that the border "remains the main entry point" and that Mexico remains the largest source of 40 drugs.',
      'That said, the DEA says that the border "remains the main entry point" and that Mexico remains the largest source of 40 drugs.',
    ],
    [
      'an adjective is no verb of saying',
      'While Reed’s current expected line is light on titles, Early says there is a chance of 12 games.',
      'There is a chance of 12 games.',
    ],
    [
      'an office is not the one who had it',
      'Former Secretary of State Maria Alber spoke to 40 people. Reed gave Holm a job as Secretary of Defense.',
      'Reed gave Holm a job as Secretary of Defense.',
    ],
    [
      'a "that" with its verb stays',
      'Reed says, “that’s how you get 40 votes.”',
      'That’s how you get 40 votes.',
    ],
    [
      'a bare noun is hardly what a text goes on with',
      'Making the change requires resources. Meanwhile, they are trying to save 40 euros.',
      'Meanwhile, they are trying to save 40 euros.',
    ],
  ])('%s', (_, text, claim) => {
    expect(last(text)?.text.replace(/'/g, '’')).toBe(claim);
  });

  test('an empty "it" stands for nothing named before', () => {
    const text =
      'The Evening Daily came out on Monday. But it is not merely that Lund will not pay.';
    expect(texts(text).at(-1)).toBe('It is not merely that Lund will not pay.');
  });

  test('a verb after "and" has its own subject: what somebody found is no statement', () => {
    const [claim] = read('A night guard found the driver’s bag in the bus and called 999.');
    expect(claim).toMatchObject({
      text: 'A night guard found the driver’s bag in the bus and called 999.',
      claimant: null,
    });
  });

  test('an answer in deeds is nobody’s statement', () => {
    const [claim] = read('Though many stay calm, some fans have responded with violence.');
    expect(claim?.claimant).toBeNull();
  });

  test('a speaker is not the "he" of the same quotation', () => {
    const claim = last(
      '"I like Reed," said Karl Boyd. "The bank offered to pay the bill. He only takes gifts from friends."',
    );
    expect(claim).toMatchObject({ leansOn: 'He' });
    expect(claim?.candidates).not.toContain('Karl Boyd');
  });

  test('"his" of one of two men is marked where the other stands only in the words before', () => {
    expect(
      last('Steve Mills fought with the bearded man, who took the keys from his hand.'),
    ).toMatchObject({ text: 'The bearded man took the keys from his hand.', leansOn: 'his' });
  });
});

describe('a speaker who means himself is named', () => {
  test('"me" becomes the speaker', () => {
    expect(texts('"They caught me in Arizona in May," Milan Horak said.')).toEqual([
      'They caught Milan Horak in Arizona in May.',
    ]);
  });

  test.each([
    ['Now, we expect broader markets to grow by 4%.', 'we'],
    ['Cheap bricks will help us to build 125 homes.', 'us'],
    ['World War I cost 9 million lives.', null],
    ['The deal will create 40 jobs.', 'The deal'],
    ['The deal between Norpress and Lund will create 40 jobs.', null],
    ['Karl Holm died there in 1990.', 'there'],
    ['Holm says there is no money for 40 nurses.', null],
  ])('%s leans on %s', (text, leansOn) => {
    expect(last(text)?.leansOn).toBe(leansOn);
  });
});

test('one person may have a middle name in full and in short', () => {
  expect(
    texts('Karl M. Boyd wrote 12 books. Karl Milo Boyd was born in 1957. Boyd won 3 prizes.').at(
      -1,
    ),
  ).toBe('Karl M. Boyd won 3 prizes.');
  expect(
    texts('George W. Holm won 50 seats. George H.W. Holm lost. Holm left in 1992.').at(-1),
  ).toBe('Holm left in 1992.');
});

test('a letter is not by the one whom it greets', () => {
  const text =
    'DEAR ABBY: My husband bought 12 tickets.\n\nI have 3 sons.\n\nDEAR ANNA: You have 12 tickets.\n\nDEAR ABBY: I have 9 cats.';
  expect(read(text).map((claim) => claim.claimant)).not.toContainEqual(
    expect.objectContaining({ name: 'Dear Abby' }),
  );
});

test('a list of people gives nobody the name of another', () => {
  expect(
    texts('Boyd was a peer to writers including Neil Gorman, Jo Walt, Ellen Kush, and Jack Womb.'),
  ).toHaveLength(1);
});

test('a rank before a name makes no sentence of its own', () => {
  expect(texts('General Mark Reed, head of the army, left on 4 May.')).not.toContain(
    'Mark Reed is General.',
  );
});

test('nothing is offered that leans on the text itself', () => {
  const claims = read(
    'Lund opens its harbour bridge\n\nLund opened a new bridge on Friday. The bridge is 400 metres long.',
  );
  expect(claims.at(-1)?.candidates).not.toContain('its harbour bridge');
});

test('for "I" nobody is offered whom another word of the claim may mean', () => {
  const claims = read(
    'Lund Foxes met the Harriers. The team lost 4 of 5. “I mean, it is strange,” Karl Dorn said of the 12 goals.',
  );
  const leaning = claims.filter(({ leansOn }) => leansOn === 'I');
  expect(leaning).not.toEqual([]);
  for (const { candidates } of leaning) expect(candidates).toEqual([]);
});
