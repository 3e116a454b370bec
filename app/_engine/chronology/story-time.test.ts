import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

/** Thursday, 2 May 2024. */
const claimsOf = (text: string, publishedOn: string | null = '2024-05-02') =>
  extract(text, { publishedOn, language: 'en' }).claims;

const last = (text: string) => claimsOf(text).at(-1);

describe('the date beside the verb of a claim is the date of what it tells', () => {
  test.each([
    ['The mill burned down on Tuesday.', '2024-04-30'],
    ['In June 2019 the board sold 12 huts.', '2019-06'],
    ['By March 2025 the firm will have built 900 homes.', '2025-03'],
    ['Rents were assessed by the audit office in June 2011.', '2011-06'],
    ['The grant was paid for the period April to August 2017.', '2017-04/2017-08'],
    ['He chaired the club from 2015 to 2018.', '2015/2018'],
    ['It is now scheduled to sail on June 20 or 21.', '2024-06-20/2024-06-21'],
    ['Exports fell by 4 per cent in 2012–13.', '2012/2013'],
    ['He was suspended twice during the 2002-2003 season.', '2002/2003'],
    ['There were 30 boats built in 2019.', '2019'],
    ['The vote on Monday was close.', '2024-04-29'],
    ['Between January and March 300 people left.', '2024-01/2024-03'],
    ['Snow fell on Tuesday and Wednesday.', '2024-04-30/2024-05-01'],
    ['When the firm opened a mill in 1990, nobody noticed it.', '1990'],
    ['Later this year the board will sell 30 huts.', '2024'],
    ['Six and a half months ago the ship left with 40 people.', '2023-10'],
    ['The council elected Eva Holm on Monday afternoon (April 29).', '2024-04-29'],
    ['The hearing is set for June 3.', '2024-06-03'],
    ['Sales rose 6% in the six months to March 31.', '2023-10/2024-03'],
    ['Income fell in the quarter ended March 31.', '2024-01/2024-03'],
    ['Profit was £4m in the year to February.', '2023-03/2024-02'],
    ['The chain will open 12 shops by Christmas.', '2024-12-25'],
    ['Marlow Foods, founded in 1984, cut its dividend last year.', '2023'],
  ])('%s', (text, value) => {
    expect(last(text)?.eventOn?.value).toBe(value);
  });

  test.each([
    'Ortiz leads by 10 seats, twice the 5-seat lead that he held last spring.',
    'Donors gave $88 million to Ann Reed’s 2008 campaign.',
    'A foster child is defined in the Children Act 1989 as one in care.',
    'The block has been set on the basis of the rates announced by the minister on 21 July 2016.',
    'This is a fall of 4% on the 60,430 homes supplied in 2010.',
    'Sales were up by 10% on 2010.',
    'It was the highest share reported since 2001.',
    'Prices rose by 16% in the last 20 years.',
    'Four players were suspended for a fight at the end of the Friday game.',
    'The rocket missed three chances in a row (starting Friday, 3 May).',
    'After he left the club in 1990, it lost 30 members.',
    'The list includes 30 cars made in 2015.',
    'The firm sells cars made in 2015.',
    'Friday’s blasts killed 12 people.',
    'The harbour was rebuilt after the flood of 1998.',
    'The club has lost 30 members since he was elected on 3 May 2019.',
    'The outage would be the latest of many, including one last month that hit 4,000 homes.',
    'The team, whose paper appeared on Wednesday, used 40 probes.',
    'He has packed 40 crates for Christmas trees.',
  ])('%s: that date is of something else', (text) => {
    expect(last(text)?.eventOn ?? null).toBeNull();
  });
});

test.each([
  ['The company, founded in 1998, sold 300 boats last year.', /sold 300/, '2023'],
  ['The trial, which began in March 2021, cost £2m.', /cost £2m/, null],
  ['The crash, the third this year, closed the road.', /closed/, null],
  ['The bill, announced in 2021, comes into force next month.', /force/, '2024-06'],
  ['The film, which cost £2m to make in 2019, opens on Friday.', /opens/, '2024-05-03'],
])('%s: the date of an aside is not that of the statement around it', (text, words, value) => {
  const around = claimsOf(text).find((claim) => words.test(claim.text));
  expect(around?.eventOn?.value ?? null).toBe(value);
});

describe('the day of the saying is no day of the event', () => {
  test.each([
    ['The Forestry Board on Tuesday announced it will sell 12 huts.', '2024-04-30', null],
    ['The brewer announced Tuesday morning it will buy 40 pubs.', '2024-04-30', null],
    ['Today we are announcing 40 new schools.', '2024-05-02', null],
    ['On Monday, Novak said the hall was sold for £5m.', '2024-04-29', null],
    ['The hall was sold in 2010, Novak said on Monday.', '2024-04-29', '2010'],
  ])('%s', (text, saidOn, eventOn) => {
    const claim = last(text);
    expect([claim?.saidOn?.value ?? null, claim?.eventOn?.value ?? null]).toEqual([
      saidOn,
      eventOn,
    ]);
  });
});

test('what is said in a transcript with its day over it was said that day', () => {
  const text = `Remarks on the new harbour

MAY 1, 2024

THE MAYOR: The harbour took 40 ships in March.

MS. HOLM: It took 30 ships in April. Jon Rask said the quay cost £5m.

THE MAYOR: We sold 30 boats.`;
  const days = claimsOf(text).map(({ saidOn, eventOn }) => [
    saidOn?.value ?? null,
    eventOn?.value ?? null,
  ]);
  expect(days).toEqual([
    ['2024-05-01', '2024-03'],
    ['2024-05-01', '2024-04'],
    [null, null],
    ['2024-05-01', null],
  ]);
});

describe('a story goes on with its day', () => {
  const CLOCK = `At 9.15am on Tuesday 6 miners in the north shaft climbed onto a lift.

When guards came near, they threw stones. The guards withdrew for their own safety.

At 1:30pm, miners took over two more shafts. Later that week the owner resigned.`;

  test('told by the clock, through paragraphs, until another time is told', () => {
    expect(claimsOf(CLOCK).map(({ eventOn }) => eventOn?.value ?? null)).toEqual([
      '2024-04-30',
      '2024-04-30',
      '2024-04-30',
      '2024-04-30',
      null,
    ]);
  });

  test.each([
    ['The council elected Eva Holm on Monday. She received 57 votes.', '2024-04-29'],
    ['In October 2017, Lind withdrew £900. She used the money to buy tools.', '2017-10'],
    ['The shop was robbed on 3 May 2019. Two women were hurt.', '2019-05-03'],
    ['The bank shut on Monday. 300 people were sent home.', '2024-04-29'],
    ['A bus crashed near Lund on Monday, killing four.', '2024-04-29'],
    ['A bus hit a wall on Monday.\n\nThe crash happened at about 11.40pm.', '2024-04-29'],
    ['The quake struck on Monday. Hours later a wall fell on 40 cars.', '2024-04-29'],
    ['They voted on Tuesday. Turnout was 61%, up from 54% in 2017.', '2024-04-30'],
    [
      'They won on Saturday. They play on May 11. They had lost 4 games a week earlier.',
      '2024-04-20',
    ],
    [
      'They were fined for a brawl during the Friday, April 26 game.\n\nThe brawl began with a shove.',
      '2024-04-26',
    ],
  ])('%s', (text, value) => {
    expect(last(text)?.eventOn?.value).toBe(value);
  });

  test.each([
    ['the next paragraph', 'The bank shut on Monday.\n\nIts founder opened 40 shops.'],
    ['the perfect', 'The bank shut on Monday. It has lost 300 clients.'],
    ['the past before', 'The bank shut on Monday. It had lost 300 clients.'],
    ['the present', 'The bank shut on Monday. It owns 300 shops.'],
    ['the future', 'The bank shut on Monday. It will sell 300 shops.'],
    ['the year before', 'In 2018–19 the fund spent £4m. It spent £5m the year before.'],
    ['a time that ended', 'The law began on Monday. Until then fines were £40.'],
    ['another time', 'The bank shut on Monday. Years earlier it sold 300 shops.'],
    ['a life', 'The bank shut on Monday. Its founder was born in a village of 300 people.'],
    ['a crash of another sort', 'The bank shut on Monday.\n\nThe crash cost 300 jobs.'],
    ['another speaker', 'The bank shut on Monday. “We sold 300 shops,” Eva Holm said.'],
  ])('but not for %s', (_what, text) => {
    expect(last(text)?.eventOn ?? null).toBeNull();
  });

  test('nobody was freed on a day after that on which the article says so', () => {
    const text = 'A clerk was hurt on Thursday and freed the next day.';
    expect(last(text)?.eventOn?.value ?? null).toBeNull();
  });

  test('a release about one year keeps to it where its figures name none', () => {
    const text = `The county built 900 homes in 2019.

It let 400 of these homes in 2019 to nurses.

80 homes were sold to farmers.

Its mayor sold a boat.`;
    expect(claimsOf(text).map(({ eventOn }) => eventOn?.value ?? null)).toEqual([
      '2019',
      '2019',
      '2019',
      null,
    ]);
  });
});

test('a day that cannot be resolved is named for its own claim, and for no other', () => {
  const { claims } = extract('On Friday the yard launched the ferry. Two cranes fell.', {
    publishedOn: null,
    language: 'en',
  });
  expect(claims.map(({ eventOn }) => [eventOn?.surface ?? null, eventOn?.value ?? null])).toEqual([
    ['Friday', null],
    [null, null],
  ]);
});
