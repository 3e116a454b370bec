import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const texts = (text: string) =>
  extract(text, { publishedOn: '2025-05-15', language: 'en' }).claims.map((claim) => claim.text);

describe('a split never leaves half a sentence', () => {
  test.each([
    'The act would impose economic sanctions and a travel ban on officials deemed responsible for abuses.',
    'A court in Lund banned rallies and a march by students accused of rioting last year.',
    'Shops like those burning in Paris and Lyon are often old.',
    'The law will cut small local and national taxes, fees for pupils and rents.',
    "Unions criticised Reed's company and the power big firms can have when they buy up smaller ones.",
    'Carter was fined after pleading guilty to threatening to shoot and kill a judge and being drunk in charge of a car.',
    'Having sold two mills near Lund, a town in the south, Nordland will build a third.',
    'With the harbour closed and two ferries held at the pier, traders lost 40,000 euros.',
    'The detail is superb, with very clear maps and text.',
    'Nordland claimed responsibility for sinking the trawler, which it said sank near Bergen.',
    'Officials in western Sundland, which is close to the 1990 frontier, closed 40 roads.',
    'It is likely that more will stand by the cause: defending the town of Lund, protected until 2030, but robbed in recent years.',
    'Reed runs the plant on 40 hectares, with no loss and on existing power lines.',
    'The merger of the big paper chains Norpress and Sundhouse, which became final on Tuesday, will create a firm with 900 staff.',
    'Ann Boyd lived on SundCare, a benefit for poor residents of the state, which helped pay for a new kidney in 1999.',
    'For cocaine, Reed used data published in 2018 by the agency and, for opium, he used data from Lund University.',
    'If one adds up how much reaches Lund, the available federal, state and local data puts the figure at about $44 million.',
    'The vote is in May, where Karl Reed, Ann Holm and other members of Lund council are in a fight for 40 seats.',
    'Just one man from either party has not won in Lund and still won the seat in 40 years.',
    'Had you called the police and gone to a ward about the marks on 2 arms, you would have had proof.',
    'Mayor Ann Roe may read it as a sign that the plan is active, which made her angry in 1990.',
    'The mayor of Lund, which was founded in 990, resigned.',
    'The book has 40 dense passages, which readers came to think of as walls.',
    'One of the cards, a poem called “Winter, Lund Station,” went on to win a prize in 1989.',
    'Karl Holm was also ill—after nearly falling into a coma at the age of 9, he was treated in Lund for 12 weeks.',
    'In The Dragon, a woman you think might become a killer is shot in 1990.',
    'One night after the Harriers barely missed a win over Sund thanks to a goal by captain Paul Dorn, Lund could not catch up.',
    'Two weeks after prices doubled in Lund, the bank raised its rate to 4%.',
    'Three years before he became mayor, Karl Holm ran a bakery with 12 ovens.',
    'Despite reports urging rules to fight fraud or limit the way adverts are aimed at voters, officials have made no changes.',
    'There is a reason for this: Although Karl Holm has cut costs since he joined in 2003, he leads the firm with 400 staff.',
    'Then, after several months of looking, Karl Holm found them, and asked them for 12 letters.',
    'The players in front of Roe — Oskar Lind, Rune Westby, Sund great Magnus Jons and Sund coach Jan Kidd — lost 30 matches.',
    'Jonas Lind, singer Eva Moor and two others were fined.',
    'From the day Ann Roe joined in 2015, sales at Nordland have gone up.',
    'Karl Holm is a seller whose debts and friends are coming back to 12 towns.',
    'The Lunds now play the role of Ann Roe’s bought-and-paid-for Karl Holm.',
    'Sund health office reported its third case of flu on Sunday after two other cases were found last week.',
    'Sund Choir has a central hall, warm and heated by the Lund Traders Association.',
    'The house has a yard, wide and lit by 12 lamps.',
    'The lamp is a model from Norpress, which was sold in 40 countries.',
    'The council approved a hall in Lund, which was built in 1990.',
  ])('%s', (text) => {
    expect(texts(text)).toEqual([text]);
  });

  test.each<[string, string[]]>([
    [
      'Carl Holm could face up to 10 years in prison and have to pay $250,000.',
      ['Carl Holm could face up to 10 years in prison.', 'Carl Holm could have to pay $250,000.'],
    ],
    [
      'Carl Holm has three dogs and has to feed 12 cats.',
      ['Carl Holm has three dogs.', 'Carl Holm has to feed 12 cats.'],
    ],
    [
      'Two weeks after the vote, Nordland closed two mills.',
      ['Two weeks after the vote, Nordland closed two mills.'],
    ],
    [
      'The firm fell, with the Lunds now playing the role of a bought-and-paid-for judge.',
      ['The firm fell.', 'The Lunds now played the role of a bought-and-paid-for judge.'],
    ],
    [
      'The crew found the leak, Holm said, and mended the pipe on Monday.',
      ['The crew found the leak and mended the pipe on Monday.'],
    ],
    [
      'Nordland closed two mills and a march in Lund ended early.',
      ['Nordland closed two mills.', 'A march in Lund ended early.'],
    ],
    [
      'Floods hit Lund, with all power plants and other sites badly damaged by the water.',
      ['Floods hit Lund.', 'All power plants and other sites were badly damaged by the water.'],
    ],
    [
      'Nurses in Lund are unhappy, with 40 being asked to work at weekends and two being sacked.',
      ['Nurses in Lund are unhappy.', '40 are asked to work at weekends.', 'Two are sacked.'],
    ],
    [
      'Rates would rise often, or often enough to hurt 40 banks, Moss and her team said in a report, which was published on Monday.',
      [
        'Rates would rise often, or often enough to hurt 40 banks.',
        'The report was published on Monday.',
      ],
    ],
    [
      'The play was a success, grossing over $75 million worldwide, and became the longest-running play of 2014.',
      [
        'The play was a success.',
        'The play grossed over $75 million worldwide.',
        'The play became the longest-running play of 2014.',
      ],
    ],
    [
      'Karl Holm ran up a $3,000 library fine, which his father paid.',
      [
        'Karl Holm ran up a $3,000 library fine.',
        "Karl Holm's father paid the $3,000 library fine.",
      ],
    ],
    [
      'Karl Holm lived on gifts of friends, particularly Hanna McDale, who edited 12 books.',
      [
        'Karl Holm lived on gifts of friends, particularly Hanna McDale.',
        'Hanna McDale edited 12 books.',
      ],
    ],
    [
      'Reed promised a new wall, which he said the state of Lund should pay for.',
      ['Reed promised a new wall.', 'The state of Lund should pay for the new wall.'],
    ],
    [
      'While the post above claimed that Ann Roe owns $17 million, some people gave another sum:',
      ['Ann Roe owns $17 million.', 'Some people gave another sum.'],
    ],
    [
      'The grants for pupils in 2017 will be paid at the current rates, which are:',
      ['The grants for pupils in 2017 will be paid at the current rates.'],
    ],
    [
      'Ann Holm is a lawyer for Norpress, which was founded in 1863.',
      ['Ann Holm is a lawyer for Norpress.', 'Norpress was founded in 1863.'],
    ],
    [
      'It signed a deal with Norpress, which prints books in Lund.',
      ['It signed a deal with Norpress.', 'Norpress prints books in Lund.'],
    ],
    [
      'Sales doubled in 2019 and dropped by a third in 2020.',
      ['Sales doubled in 2019.', 'Sales dropped by a third in 2020.'],
    ],
    [
      'The lake was formed in 1912 and drained by the army in 1950.',
      ['The lake was formed in 1912.', 'The lake was drained by the army in 1950.'],
    ],
    [
      'He played for Lund, coached Sund and led Norland to the final.',
      ['He played for Lund.', 'He coached Sund.', 'He led Norland to the final.'],
    ],
    ['(The bank bought 25% of Norpress.)', ['The bank bought 25% of Norpress.']],
    [
      'Norpress may have the best books in the trade, having paid down 90% of its debt in 2018.',
      [
        'Norpress may have the best books in the trade.',
        'Norpress has paid down 90% of its debt in 2018.',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });
});
