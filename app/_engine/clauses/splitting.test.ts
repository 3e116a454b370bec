import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const read = (text: string) => extract(text, { publishedOn: '2025-05-15', language: 'en' }).claims;
const texts = (text: string) => read(text).map((claim) => claim.text);

/** Claims whose own words hold a statement each: text in, texts out, in the order of their anchors. */
describe('each claim is one statement', () => {
  test.each<[string, string[]]>([
    [
      'The tug weighs 450 tons and sank 3 miles from the coast.',
      ['The tug weighs 450 tons.', 'The tug sank 3 miles from the coast.'],
    ],
    [
      'The plant was built in 1998, cost £40m and has been enlarged twice.',
      [
        'The plant was built in 1998.',
        'The plant cost £40m.',
        'The plant has been enlarged twice.',
      ],
    ],
    [
      'The war has displaced 1.3 million people and destroyed 300 schools.',
      ['The war has displaced 1.3 million people.', 'The war has destroyed 300 schools.'],
    ],
    [
      'The line will link Thane and Bhiwandi and carry 230,000 passengers a day.',
      ['The line will link Thane and Bhiwandi.', 'The line will carry 230,000 passengers a day.'],
    ],
    [
      'The firm plans to cut 1,100 jobs and close two plants in Texas.',
      ['The firm plans to cut 1,100 jobs.', 'The firm plans to close two plants in Texas.'],
    ],
    [
      'The app was founded in 2011 and went public in 2015.',
      ['The app was founded in 2011.', 'The app went public in 2015.'],
    ],
    [
      'The council was fined £2m in May and paid £3m in costs.',
      ['The council was fined £2m in May.', 'The council paid £3m in costs.'],
    ],
    [
      'Two people were killed in Molo, 17 were injured in Njoro and police arrested 30 in Nakuru.',
      [
        'Two people were killed in Molo.',
        '17 people were injured in Njoro.',
        'Police arrested 30 in Nakuru.',
      ],
    ],
    [
      'Spending on hospitals will rise by £4bn, while councils will lose £900m.',
      ['Spending on hospitals will rise by £4bn.', 'Councils will lose £900m.'],
    ],
  ])('%s', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  test.each([
    'Between 3,000 and 4,000 people cross the border each day.',
    'He was jailed for 12 years and six months and must pay costs.',
    'The M25 was shut between junctions 9 and 11 after a lorry overturned.',
    'Men and women come from as far as Japan to learn.',
    'Prices rose and fell by turns in the 1990s.',
    'The firm sells new and used cars in 40 countries.',
    'He was rescued after two hours and taken home.',
    'The court heard evidence from doctors and nurses in May 2019.',
    'The storm weakened after it hit Luzon and crossed 12 provinces.',
  ])('%s is one statement', (text) => {
    expect(read(text)).toHaveLength(1);
  });
});

describe('an aside is a claim of its own, and the statement around it omits it', () => {
  test.each<[string, string[]]>([
    [
      'The ferry Ulvdal, which can carry 1,200 people, ran aground.',
      ['The ferry Ulvdal ran aground.', 'The ferry Ulvdal can carry 1,200 people.'],
    ],
    [
      "The army's drone, which has a range of 1,500 km and can carry a 50kg warhead, was first used in March.",
      [
        "The army's drone was first used in March.",
        "The army's drone has a range of 1,500 km.",
        "The army's drone can carry a 50kg warhead.",
      ],
    ],
    [
      'The tax, introduced in 2025, raised £120m.',
      ['The tax raised £120m.', 'The tax was introduced in 2025.'],
    ],
    [
      'Lumo, a messaging app used by 90 million people, was fined 45 million euros.',
      ['Lumo was fined 45 million euros.', 'Lumo is a messaging app used by 90 million people.'],
    ],
    [
      'The company, based in San Diego, plans to cut 1,100 jobs.',
      ['The company plans to cut 1,100 jobs.', 'The company is based in San Diego.'],
    ],
    [
      'The workshop, which is the oldest in the county, was a chapel.',
      ['The workshop was a chapel.', 'The workshop is the oldest in the county.'],
    ],
    [
      'A pharmacist who stole drugs worth more than £80,000 was jailed for four years.',
      [
        'A pharmacist was jailed for four years.',
        'The pharmacist stole drugs worth more than £80,000.',
      ],
    ],
    [
      'Unemployment, now at 4.4%, has risen for six months.',
      ['Unemployment has risen for six months.', 'Unemployment is now at 4.4%.'],
    ],
  ])('%s', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  test('its figures are in one claim, and its anchor is its exact words', () => {
    const [main, aside] = read('The ferry Ulvdal, which can carry 1,200 people, ran aground.');
    expect(main?.quantities).toEqual([]);
    expect(aside).toMatchObject({ exact: 'can carry 1,200 people', kind: 'figure' });
  });
});

describe('a dependent clause takes the subject of its main clause', () => {
  test.each<[string, string]>([
    ['She was found by a telescope in Chile that cost $90m.', 'The telescope in Chile cost $90m.'],
    [
      'It is run by Transit Ltd, which posted a loss of $8m last year.',
      'Transit Ltd posted a loss of $8m last year.',
    ],
    [
      'He warned of the fog, which the Harbour Authority had warned about in 2019.',
      'The Harbour Authority had warned about the fog in 2019.',
    ],
    [
      'They signed a treaty in June 2024, which Tirana has cited to justify the sale.',
      'Tirana has cited the treaty to justify the sale.',
    ],
    [
      'The club paid £250,000, a fee that made him the most expensive player in its history.',
      "The fee made him the most expensive player in the club's history.",
    ],
    [
      'Temperatures reached 46.1C in Mora, breaking the record of 45.6C set in 2003.',
      'Temperatures broke the record of 45.6C set in 2003.',
    ],
    [
      'The bus overturned near Lyon, killing 12 and injuring 40.',
      'The bus overturned near Lyon, injuring 40.',
    ],
    [
      'The state will bear 40 per cent of the cost, with the Centre contributing 20 per cent.',
      'The Centre will contribute 20 per cent.',
    ],
  ])('%s', (text, expected) => {
    expect(texts(text)).toContain(expected);
  });

  test('"which" does not refer to a year or a sum of money', () => {
    const text = 'A violin sold for $15.9 million in 2011, which was then a record.';
    expect(texts(text)).toEqual([text]);
  });
});

describe('a list that leaves out its verb', () => {
  test.each<[string, string[]]>([
    [
      'Five deaths were reported in Cagayan, three in Isabela and one in Aurora.',
      [
        'Five deaths were reported in Cagayan.',
        'Three deaths were reported in Isabela.',
        'One death was reported in Aurora.',
      ],
    ],
    [
      'The fires have claimed five lives: two in Leiria and three in Viseu.',
      [
        'The fires have claimed five lives.',
        'The fires have claimed two lives in Leiria.',
        'The fires have claimed three lives in Viseu.',
      ],
    ],
    [
      'The firm employs 300 people in Leeds and 40 in York, and plans to hire 200 people.',
      [
        'The firm employs 300 people in Leeds.',
        'The firm employs 40 people in York.',
        'The firm plans to hire 200 people.',
      ],
    ],
    [
      'Fourteen people have been killed and more than 60 injured.',
      ['Fourteen people have been killed.', 'More than 60 people have been injured.'],
    ],
  ])('%s', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });
});

describe('the claimant, whatever words stand between the name and the verb', () => {
  test.each([
    ['LYON, May 4 (Wire) - The bus hit a wall, killing 12 people, the mayor said.', 'mayor'],
    [
      'Shelling killed 12 people in Orsk, officials said on Tuesday, hours after talks failed.',
      'officials',
    ],
    ['She runs a plant that makes 40 cars a day, the company said.', 'company'],
    ['The quay cost $40m, the mayor, Greta Holm, said.', 'Greta Holm'],
    ['The quay cost $40m, Greta Holm, the mayor, said on Monday.', 'Greta Holm'],
    ['Will Stone said that 40 people had been paid.', 'Will Stone'],
    ['Waiting lists rose by 4%, figures from NHS England show.', 'NHS England'],
    ['The charity Hear Now said that 40 people had been paid.', 'charity Hear Now'],
    ['Its owner, Norline, said that 40 people had been paid.', 'Norline'],
  ])('%s', (text, name) => {
    const all = read(text)
      .filter(({ kind }) => kind !== 'attribute')
      .map(({ claimant }) => claimant?.name ?? null);
    expect(new Set(all)).toEqual(new Set([name]));
  });

  test('a dateline is not part of a claim, and a refusal to answer is not a claim', () => {
    expect(texts('LYON, May 4 (Wire) - The bus hit 12 people.')).toEqual([
      'The bus hit 12 people.',
    ]);
    expect(texts('The company declined to comment.')).toEqual([]);
  });
});

test('two speakers of one statement are its claimant, not a second statement', () => {
  const [claim, ...others] = read('The blast killed 12, rescuers and a medical source told AFP.');
  expect(others).toEqual([]);
  expect(claim).toMatchObject({
    text: 'The blast killed 12.',
    claimant: { name: 'rescuers and a medical source' },
  });
});

test('a participle after its auxiliary is not part of the noun before a relative clause', () => {
  expect(texts("Mali has inaugurated Africa's largest dam, which cost $5bn.")[1]).toBe(
    "Africa's largest dam cost $5bn.",
  );
});

test.each([
  'The poll surveyed 2,000 people between the ages of 18 and 29 with a margin of error of 2 points.',
  'Senator Ola Mack wrote of the movement that’s sweeping 40 towns.',
])('no part of a range and no contracted verb is a statement: %s', (sentence) => {
  expect(texts(sentence)).toEqual([sentence]);
});
