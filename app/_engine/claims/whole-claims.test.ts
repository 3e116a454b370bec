import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const read = (text: string) => extract(text, { publishedOn: '2025-05-15', language: 'en' }).claims;
const texts = (text: string) => read(text).map((claim) => claim.text.replace(/'/g, '’'));
/** A sentence that is one claim in its own words. */
const isWhole = (sentence: string) => {
  const [claim, ...others] = texts(sentence);
  return others.length === 0 && claim === sentence;
};

describe('a split that would leave half a sentence is not made', () => {
  test.each([
    [
      'a list goes on after "and"',
      'The board is moving trams and drivers to Lund as its fleet struggles to cope.',
    ],
    [
      'the last of a list has a clause of its own',
      'Suddenly Reed had an idea: this mix of bribes, theft and fraud that Boyd saw in the port is the same in 12 cities.',
    ],
    [
      'nouns look like verbs',
      'Company-sponsored pension plans and bonds bring 40 clerks more money.',
    ],
    [
      'a clause after a night belongs to the words after the comma',
      'One night after the fleet left the port of Lund for the north, the mayor opened 12 shelters.',
    ],
    [
      'a day on which somebody did something leads in',
      'From the day Reed returned after his illness in the north, 40 trams have stood still.',
    ],
    ['a poll leads in', 'In a Norpress poll released Monday, 50 percent of voters chose Reed.'],
    ['a paper leads in', 'In a letter read on television, the bank spoke of 12 mistakes.'],
    [
      'two clauses hang on one "before"',
      'The party wants to end the row before the talks begin in Lund and the 12 votes start.',
    ],
    [
      'two clauses hang on one belief',
      'The clerks acted on the belief that Reed would win by 9 points and their costs would be paid.',
    ],
    [
      'a preposition governs all that is in the list',
      'The letter was full of talk about blowing up, burning or bombing 12 bridges.',
    ],
    [
      'what is counted stands in the first half',
      'Karl Reed scored 25 points for Lund, and Ann Boyd had 15.',
    ],
    [
      'a second "who" hangs on the same noun',
      'It was opposed by the relatives of Reed, who want to keep the 12 boys and who have seen a judge.',
    ],
    [
      'a time does nothing',
      'The mayor has taken a firm stance against cars — and last June stirred anger with a tax of $40.',
    ],
    [
      'two nouns have one clause',
      'The firm has urged 40 clients to accept the fear and power that new figures can bring.',
    ],
    [
      'two nouns stand before a third',
      'In May, Norpress made it possible for maker and seller accounts to hide 12 names.',
    ],
    [
      'an age leads in',
      'In the age of trams, where the line between 2 towns has all but vanished, 40 clerks are eager to sell.',
    ],
    [
      'a noun stands beside another',
      'The deal takes in the Lumo mission, a rover Norpress plans to fly in 2022 to look for 12 stones.',
    ],
    [
      '"more" has a verb of its own',
      'A storm dumped about 2 inches of rain in Lund on Tuesday and more was expected Wednesday.',
    ],
    [
      'a clause is of a noun before the last one',
      'There is a risk of 12 errors in new business accounts, which is high for the young.',
    ],
    [
      'what is a fact stands after the comma',
      'The fact is, the 12 banks do not want it made public.',
    ],
    ['only such a one is meant', 'A hit that used to be fair in 1990 now draws a 15-yard penalty.'],
    [
      '"which" means what was done',
      'The only one of 12 who can ask is her father, which she is not about to do.',
    ],
    [
      'a deed allows what follows',
      'The office put off until 4 May any move on her permit to stay in Lund, which would allow 12 clerks to leave.',
    ],
    [
      'a state of things is what nobody wants',
      'Asylum is given where there is a risk of torture in the homeland, which nobody expects for the 12 men.',
    ],
    [
      'both of two died',
      'Her mother had spoken out in 1999 after her husband and Boyd’s father, Karl Reed, died in Lund.',
    ],
    [
      'verbs are listed with a comma',
      'The robots were required to lift, pick up, carry, and drop balls painted in 2 colours.',
    ],
    [
      'names are listed with a comma',
      'Norland is one of 12, but teams from Sudan, Iran, Libya, and Yemen, which are covered, are among the 163.',
    ],
    [
      'there was nobody',
      'I went back on 4 May and there was almost no one there, just 12 painters.',
    ],
    [
      'three died',
      'Ana was found on 4 May clinging to a tube after her mother, stepfather and eight others drowned.',
    ],
    [
      'a law has the names of two',
      'A 1996 law named for Dan Holm and Jesse Boyd, the 2 senators, hardened the rules of 1959.',
    ],
    [
      'an atlas lists elections',
      'That prompted 12 fans of the Atlas of Lund Elections, which lists towns, to leave.',
    ],
    [
      'a quotation in single marks is open',
      'The mayor of the 12 towns is just like, ‘no, I want this.’',
    ],
    [
      'what was wanted follows',
      'Dan Holm called the boy to speak on 10 May, so he remains in Lund while judges think.',
    ],
    [
      'names with brackets are listed',
      'Boyd is in the race, while Holm, Sen. Ted Reed (R-TX), and several others run in 12 towns.',
    ],
    [
      'what somebody suggests doing is no sentence',
      'Ann Roe suggests having between 25 and 30 times your costs saved or invested.',
    ],
  ])('where %s', (_, sentence) => {
    expect(texts(sentence)).toEqual([sentence]);
    expect(isWhole(sentence)).toBe(true);
  });

  test.each([
    ['The bank closed 12 branches in Lund and 400 clerks lost their jobs.', 2],
    ['Prices rose by 4% in Lund, while rents fell by 2% and wages stood at 40 euros.', 3],
    ['The mine, which holds 40 tonnes of gold, was sold for $9m.', 2],
    ['Last year was the driest in Lund since 1990 and 12 farms were shut.', 2],
    ['Boyd won 12 seats in 2019, and Reed won 15 seats in 2020.', 2],
    ['Raising the tax by 2% helped 40 firms and 12 banks closed their branches.', 2],
  ])('%s is still %i claims', (sentence, count) => {
    expect(texts(sentence)).toHaveLength(count);
  });
});

describe('a claim has the subject of its verb', () => {
  test('the words that belong to a noun before a relative clause go with it', () => {
    expect(
      texts('Boyd scored 25 points for the league-leading Foxes, who have won 12 of 13.'),
    ).toContain('The league-leading Foxes have won 12 of 13.');
  });

  test('what somebody does is nothing that acts', () => {
    expect(
      texts('The state pays 40 clerks before retiring, which may include a bonus of $90.').join(),
    ).not.toContain('Retiring may');
  });

  test('a verb of one is not put to many', () => {
    expect(texts('The 12 men were far apart, and yet here was Judge Holm in doubt.')).toEqual([
      'The 12 men were far apart, and yet here was Judge Holm in doubt.',
    ]);
  });

  test('a word in -ing goes with its noun', () => {
    expect(
      texts(
        'The plan makes it easy to keep a regular eating pattern, which was linked to 12 gains.',
      ),
    ).toContain('The regular eating pattern was linked to 12 gains.');
  });

  test('a state is not the south of another', () => {
    expect(
      texts(
        'Fires hit the south of Southern California in May. California’s fire agency sent 12 crews.',
      ).at(-1),
    ).toBe('California’s fire agency sent 12 crews.');
  });

  test('a noun with an owner keeps its article', () => {
    expect(
      texts(
        'The state’s largest utility cut the power of 40 homes. The utility said it will watch the 12 lines.',
      ).at(-1),
    ).toBe('The state’s largest utility will watch the 12 lines.');
  });

  test('"its" after "which" is its owner’s', () => {
    expect(
      texts(
        'The largest lander of 12 is from Norpress, which sold its reusable Starhip for $4m.',
      ).at(-1),
    ).toBe('Norpress sold its reusable Starhip for $4m.');
  });

  test('"that" which is a subject stays', () => {
    expect(texts('Karl Boyd spoke. He says that was the first of 12 raids.').at(-1)).toBe(
      'That was the first of 12 raids.',
    );
    expect(texts('Karl Boyd is for the 12 banks, but that did not help him.').at(-1)).toBe(
      'That did not help Karl Boyd.',
    );
  });

  test('what is worth noting is a claim', () => {
    expect(texts('It is also important to note that the 12 drugs work for 9 days.')).toEqual([
      'The 12 drugs work for 9 days.',
    ]);
    expect(texts('It is important that the 12 drugs work for 9 days.')).toEqual([
      'It is important that the 12 drugs work for 9 days.',
    ]);
  });

  test('a source that leads in is no claim', () => {
    expect(
      texts(
        'According to a poll by Lund University broadcast on Sunday, in a race of 12 men, Karl Reed is far ahead with a 30 point lead.',
      ),
    ).toEqual(['In a race of 12 men, Karl Reed is far ahead with a 30 point lead.']);
  });

  test('a role with an article after a speaker is no part of what was said', () => {
    expect(
      texts(
        'The car had been in Lund for about 2 weeks, said Greta Roe, a clerk of the port of Lund.',
      )[0],
    ).toBe('The car had been in Lund for about 2 weeks.');
  });

  test('"some" are many', () => {
    expect(
      texts('The 12 exiles will block the road to Lund, with some predicting 40 dead.').at(-1),
    ).toBe('Some will predict 40 dead.');
    expect(
      texts('The 12 exiles block the road to Lund, with some predicting 40 dead.').at(-1),
    ).toBe('Some predict 40 dead.');
  });

  test('a day with its month leads in', () => {
    expect(
      texts(
        'On Sept. 2, police in the Lund islands, off the coast, raided 2 homes and searched for 12 men.',
      ).at(-1),
    ).toBe('On Sept. 2, police in the Lund islands searched for 12 men.');
  });

  test('a noun that looks like a verb has no adjective for a subject', () => {
    expect(
      texts('The almost simultaneous attacks in Lund and Bergen, Norway, killed 257 men.'),
    ).toEqual(['The almost simultaneous attacks in Lund and Bergen, Norway, killed 257 men.']);
  });

  test('the rest of a broken line is no claim', () => {
    expect(texts('included the lighting of candles for 12 men.')).toEqual([]);
  });

  test('"that number" keeps its "that"', () => {
    expect(texts('The Lund church estimates that number is closer to 40,000.').at(-1)).toContain(
      'hat number is closer to 40,000.',
    );
  });

  test('who tells what comes next has claimed nothing yet', () => {
    const claims = texts('On Monday, Eva Holm told the Lund Post: "The 12 trams are late."');
    expect(claims).toEqual(['The 12 trams are late.']);
  });

  test('what a relative clause tells keeps its noun', () => {
    expect(
      texts(
        'Ann Roe heads a team that is looking into the bombings which killed 224 people, including 12 nurses, on 7 May 1998.',
      ).join(),
    ).not.toMatch(/(?:^|,)Killed/);
  });

  test('it was no surprise', () => {
    expect(
      texts('The Lund Club has 12 players. So it was no surprise Monday, when Karl Boyd left.').at(
        -1,
      ),
    ).toBe('So it was no surprise Monday, when Karl Boyd left.');
  });

  test('a role between a speaker and the verb of the statement is not said', () => {
    expect(
      texts(
        'The plan for 12 trams, said Ann Roe, the head of the Lund office, is intended to save $4m.',
      )[0],
    ).toBe('The plan for 12 trams is intended to save $4m.');
  });

  test('nobody is a place, and an arrival is over', () => {
    expect(
      texts(
        '“It was a bomb of 12 tons,” said an embassy official in Lund, who refused to name 40 men.',
      ).join(),
    ).not.toContain('Lund refused');
    expect(texts('Ann Roe, arriving after 16 hours, spent 5 hours in Lund.').join()).not.toContain(
      'is arriving',
    );
  });

  test('a firm is not the one who runs it', () => {
    expect(
      texts(
        'The 82-year-old chief executive of Lund Sands, the world’s biggest gambling company by value, gave 12 talks.',
      ).join(),
    ).not.toContain('is the world’s biggest');
  });

  test('what she owns goes together, and a listener has no verb', () => {
    const blast = 'The envoy was cut on her lip and hands in the blast, which shook 12 houses.';
    expect(texts(blast)[0]).toBe('The envoy was cut on her lip and hands in the blast.');
    const report = 'Ann Roe told the minister the people share in the grief of 12 men.';
    expect(texts(report)).toEqual([report]);
  });

  test('a day, a town and a place are no part of the one who acts', () => {
    const day =
      'The Lund government Saturday condemned 2 attacks. The government also sent 12 vans.';
    expect(texts(day).at(-1)).not.toContain('Saturday also');
    const town =
      'Ann Roe told envoys of 30 lands in Lund, who came to the office, that 12 were hurt.';
    expect(texts(town).join()).not.toContain('Lund came');
    const place =
      'Ann Roe spoke of last Friday’s bombings of 2 embassies. The bombings at Lund embassies killed 200.';
    expect(texts(place).at(-1)).toBe('The bombings at Lund embassies killed 200.');
  });

  test('a state is no role', () => {
    expect(
      texts('Norpress, previously in the shadow of Lund, won 12 prizes.').join(),
    ).not.toContain('is previously');
  });

  test('"that" which points stays before its noun', () => {
    expect(
      texts('You should save 40% of your pay, though that number may be lower in Lund.'),
    ).toContain('That number may be lower in Lund.');
  });

  test('a role after a speaker is no part of what was said', () => {
    expect(
      texts(
        'The deal could start a new trend for 40 stocks, says Ann Petri, sales manager at Norpress.',
      )[0],
    ).toBe('The deal could start a new trend for 40 stocks.');
  });

  test('the number of an item is no part of its claim', () => {
    const text =
      'News of the day\n\n1. The state is suing Norpress over 40 cuts.\n\n2. Teens love the Lumo, and they buy 12 a day.';
    expect(texts(text)).toContain('The state is suing Norpress over 40 cuts.');
    expect(texts(text).join()).not.toMatch(/[12]\. /);
    expect(texts('1. FC Lund won 12 games in May.')).toEqual(['1. FC Lund won 12 games in May.']);
  });
});

describe('a pronoun stays where it is not sure whom it means', () => {
  test.each([
    [
      'a hothead whom "he" stood for before is still somebody',
      'Voters like Dunmore. He won 12 seats. Peripheral candidates such as Kim Hale and Cory Brook will go. If they think that Dunmore is a hothead, it is best to let him lose 40 seats.',
      'If they think that Dunmore is a hothead, it is best to let him lose 40 seats.',
    ],
    [
      'a participle tells of the subject after the comma',
      'Karl Roe met the judge in Lund. Having said that he would not jail 12 men, Judge Boyd left.',
      'Having said that he would not jail 12 men, Judge Boyd left.',
    ],
    [
      'it is not like anything',
      'The rule is about 40 trams. It’s not like Reed saw that on 4 May.',
      'It’s not like Reed saw that on 4 May.',
    ],
    [
      'a bare noun is no subject',
      'Ann Roe named range as a reason for 12 cuts. It also must be returned within 20 days.',
      'It also must be returned within 20 days.',
    ],
    [
      'a verb is no plural of "this"',
      'Public Anger Appeals Grow in Lund\n\nReed met 12 voters. “I say that some of this appeals to the 40 angry men,” he added.',
      'I say that some of this appeals to the 40 angry men.',
    ],
    [
      'a bare surname has acted',
      'Karl Boyd sold 12 banks. Pate bought 40 cars, except for Boyd’s. That is unlike Pate’s other deals. The files show he paid 9 men.',
      'He paid 9 men.',
    ],
    [
      'a president is nobody by that name',
      'Mr. President, they gave you $5 million. Then he is to get a call from 12 friends.',
      'Then he is to get a call from 12 friends.',
    ],
    [
      'a party is not its wing',
      'Dole Democrats won 12 seats. Lots of Democrats lost 40 seats.',
      'Lots of Democrats lost 40 seats.',
    ],
    [
      'a family may be "they"',
      'The Holm family met officials in Lund. Karl Boyd has said they would live in 12 homes.',
      'They would live in 12 homes.',
    ],
    [
      'a decision is no land',
      'A judge sent the boy back to Cuba, a decision that shook 40 men. The uncles asked to stop the decision in May.',
      'The uncles asked to stop the decision in May.',
    ],
    [
      'those who live their lives are the nearest',
      'Boyd’s parents died in 1987. He says this helps him meet the 40 people who struggle in their lives.',
      'This helps him meet the 40 people who struggle in their lives.',
    ],
    [
      'a man is no match',
      'After the match, Hernan Dorio Gomes, Lund coach, spoke of 12 goals. The match ended with 3 goals.',
      'The match ended with 3 goals.',
    ],
    [
      'a ship is no woman',
      'Eva Paris was held aboard the cruise ship, Freewinds. In 2007, she left the ship after 12 days. She was never made to pay 40 euros.',
      'Eva Paris was never made to pay 40 euros.',
    ],
    [
      'a fair is no land',
      'Lund Expo Canada opened with 12 rooms. The Writers of Canada sold 40 books.',
      'The Writers of Canada sold 40 books.',
    ],
    [
      'a paper or an office may be "it"',
      'However, when a government document has been found in Lund, the government then says it wasn’t worth 40 euros.',
      'It wasn’t worth 40 euros.',
    ],
    [
      'a joint is no first name',
      'Beware: Because Loki, the god of tricks, is on our team, 12 fell. He is ready to trick 40 more.',
      'Loki is ready to trick 40 more.',
    ],
  ])('%s', (_, text, claim) => {
    expect(texts(text).at(-1)).toBe(claim);
  });
});

test.each([
  'Why you should not worry about 12 banks.',
  'How 12 clerks are trying to win over the young.',
  'What was the judgment of the mayor in 2019.',
])('%s is a heading or a question, and no claim', (line) => {
  expect(texts(line)).toEqual([]);
});

test('the end of a quoted question is no claim', () => {
  expect(texts('Ann Roe asked, “You think that the 12 banks would like to pay 40 men?”')).toEqual(
    [],
  );
  expect(texts('“Did 40 men see me? and in all honesty, could I have 12 foes?”')).toEqual([]);
});

test.each([
  'What is new is the tax of 2% on fuel.',
  'When the union fell there had been a deal with 12 states.',
])('%s is a claim', (line) => {
  expect(texts(line)).toHaveLength(1);
});

test('a line in capitals is a heading, where other lines are not', () => {
  expect(
    texts('DESPITE SCARE, PARTY GOES ON WITH 12 MEN.\n\nLund opened 12 parks on Monday.'),
  ).toEqual(['Lund opened 12 parks on Monday.']);
  expect(texts('LUND OPENED 12 PARKS ON MONDAY.')).toHaveLength(1);
});
