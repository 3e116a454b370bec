import { describe, expect, test } from 'vitest';
import { extract } from './extract';

/*
 * Stories of our own in registers that the sample is not, with what a reviewer would expect of
 * each: places, people and figures are made up.
 */

const court = `A harbour pilot was jailed for six years on Tuesday for steering a ferry onto rocks while drunk.

Marek Dolan, 52, had nearly three times the legal limit of alcohol in his blood when the Saint Orla ran aground off Kestrel Point in March 2023, Brannock Crown Court heard. Eleven passengers died and at least 40 were hurt.

Judge Helen Aster, who presided over the nine-week trial, told Dolan that he had shown "a contempt for the lives in his care". She also ordered him to pay costs of £18,500.

Prosecutor Ruth Vale said the pilot ignored four radio warnings in the last 20 minutes before the wreck. Data from the ship's recorder showed that it struck the reef at 17 knots.

Dolan's lawyer, Peter Osk, described the sentence as "harsh beyond reason" and said his client would appeal. The defence argued that a faulty radar misled him.

The verdict was just. Families of the two youngest victims wept in the gallery. According to the coroner's office, about 70 claims for compensation remain open.`;

const economy = `Unemployment in Varland fell to 4.2% in April from 4.6% in March, the National Statistics Bureau reported on Thursday.

Output rose by 0.8% in the first quarter, its fastest pace since 2019. Exports of timber climbed by 11%, while imports of fuel slumped by 7%. Factories hired roughly 12,000 workers.

Finance Minister Ilse Brandt, who took office in January, said that the recovery was "no accident". She pointed to a cut in the payroll tax of two percentage points.

Economists at Norden Bank expect growth of between 2.5% and 3% this year. "The worst is behind us", said Tomas Rehn, the bank's chief economist. Not everyone agrees.

Figures published by the central bank suggest that household debt swelled to 310 billion crowns, nearly double the level of a decade ago. Inflation hovers at 5%, well above the target. The outlook is uncertain.

The bank trims its main rate next month, analysts believe. The country's largest steelmaker, Hallgren, shuts a plant in Osby in June with the loss of 850 jobs.`;

const accident = `Fourteen people have been killed and more than 60 injured after two trains collided head-on in a mountain tunnel in eastern Serrano, the fire service said.

The crash happened shortly before 6 a.m. on Sunday, about 3 km from the village of Altavilla. One train weighs 420 tonnes; the other was a freight train of 1,900 tonnes.

Rescuers worked through the night to free passengers. Fire chief Luis Ombrado told reporters that the last survivor was pulled out after 19 hours. He called it "the worst scene of my career".

The line carries up to 90 trains a day. A signal upgrade, which cost 36 million euros, was finished only last year. The railway company confirmed that it had suspended two dispatchers.

Footage filmed by a passenger showed smoke pouring from the tunnel's mouth. Residents of Altavilla complained of poor radio coverage.

Transport Minister Carla Veda promised an inquiry within 30 days. "We owe the families the truth," she said. It is the deadliest rail accident in the country since 1978. Both drivers survived.`;

type Expected = {
  readonly text: string;
  readonly atLeast: number;
  readonly atMost: number;
  /** Surface, qualifier, unit. */
  readonly figures: readonly (readonly [string, string, string])[];
  /** Words of the claim, and who makes it. */
  readonly claimants: readonly (readonly [string, string | null])[];
  /** Words of claims as they stand alone. */
  readonly texts: readonly string[];
};

const stories: Record<string, Expected> = {
  court: {
    text: court,
    atLeast: 13,
    atMost: 15,
    figures: [
      ['six years', 'exact', 'a'],
      ['52', 'exact', 'a'],
      ['nearly three times', 'nearly', '{count}'],
      ['Eleven', 'exact', '{passenger}'],
      ['at least 40', 'atLeast', '{passenger}'],
      ['£18,500', 'exact', 'GBP'],
      ['20 minutes', 'exact', 'min'],
      ['17 knots', 'exact', '[kn_i]'],
      ['about 70', 'about', '{claim}'],
    ],
    claimants: [
      ['legal limit', 'Brannock Crown Court'],
      ['contempt for the lives', 'Helen Aster'],
      ['four radio warnings', 'Ruth Vale'],
      ['17 knots', null],
      ['harsh beyond reason', 'Peter Osk'],
      ['would appeal', 'Peter Osk'],
      ['faulty radar', 'defence'],
      ['compensation', "coroner's office"],
    ],
    texts: ['At least 40 passengers were hurt.', 'It struck the reef at 17 knots.'],
  },
  economy: {
    text: economy,
    atLeast: 14,
    atMost: 17,
    figures: [
      ['4.2%', 'exact', '%'],
      ['4.6%', 'exact', '%'],
      ['0.8%', 'exact', '%'],
      ['11%', 'exact', '%'],
      ['7%', 'exact', '%'],
      ['roughly 12,000', 'about', '{worker}'],
      ['two percentage points', 'exact', '[pp]'],
      ['2.5% and 3%', 'between', '%'],
      ['310 billion', 'exact', '{crown}'],
      ['5%', 'exact', '%'],
      ['850', 'exact', '{job}'],
    ],
    claimants: [
      ['Unemployment', 'National Statistics Bureau'],
      ['Factories', null],
      ['no accident', 'Ilse Brandt'],
      ['growth of between', 'Economists at Norden Bank'],
      ['worst is behind', 'Tomas Rehn'],
      ['household debt', 'central bank'],
      ['main rate', 'analysts'],
      ['Hallgren', null],
    ],
    texts: ['Exports of timber climbed by 11%.', 'Imports of fuel slumped by 7%.'],
  },
  accident: {
    text: accident,
    atLeast: 15,
    atMost: 19,
    figures: [
      ['Fourteen', 'exact', '{people}'],
      ['more than 60', 'over', '{people}'],
      ['about 3 km', 'about', 'km'],
      ['420 tonnes', 'exact', 't'],
      ['1,900 tonnes', 'exact', 't'],
      ['19 hours', 'exact', 'h'],
      ['up to 90', 'upTo', '{train}/d'],
      ['36 million euros', 'exact', 'EUR'],
      ['within 30 days', 'atMost', 'd'],
    ],
    claimants: [
      ['Fourteen', 'fire service'],
      ['more than 60', 'fire service'],
      ['last survivor', 'Luis Ombrado'],
      ['worst scene', 'Luis Ombrado'],
      ['dispatchers', 'railway company'],
      ['smoke pouring', null],
      ['the truth', 'Carla Veda'],
      ['deadliest', null],
    ],
    texts: [
      'The railway company had suspended two dispatchers.',
      'It is the deadliest rail accident in the country since 1978.',
    ],
  },
};

describe.each(Object.entries(stories))('the %s report', (_name, expected) => {
  const { claims } = extract(expected.text, { publishedOn: null, language: 'en' });

  test('is read into as many claims as a reviewer would keep', () => {
    const texts = claims.map(({ text }) => text).join('\n');
    expect(claims.length, texts).toBeGreaterThanOrEqual(expected.atLeast);
    expect(claims.length, texts).toBeLessThanOrEqual(expected.atMost);
  });

  test.each(expected.figures)('has the figure %s in one claim', (surface, qualifier, unit) => {
    const found = claims.flatMap(({ quantities }) => quantities);
    const same = found.filter((figure) => figure.surface === surface);
    expect(same).toHaveLength(1);
    expect(same[0]).toMatchObject({ qualifier, unit });
  });

  test.each(expected.claimants)('the claim of “%s” is made by %s', (words, name) => {
    const claim = claims.find(({ exact }) => exact.toLowerCase().includes(words.toLowerCase()));
    expect(claim, claims.map(({ exact }) => exact).join('\n')).toBeDefined();
    expect(claim?.claimant?.name ?? null).toBe(name);
  });

  test('names no other claimant', () => {
    const known = new Set(expected.claimants.map(([, name]) => name));
    const others = claims.map(({ claimant }) => claimant?.name ?? null);
    expect(others.filter((name) => name !== null && !known.has(name))).toEqual([]);
  });

  test.each(expected.texts)('“%s” stands alone', (text) => {
    expect(claims.map((claim) => claim.text)).toContain(text);
  });

  test('never takes a reference for a figure, and every anchor is exact', () => {
    for (const { start, end, exact, quantities } of claims) {
      expect(expected.text.slice(start, end)).toBe(exact);
      for (const { surface } of quantities) expect(surface).not.toMatch(/^(?:one|both)$/i);
    }
  });
});

describe('no figure is lost when its verb is unknown', () => {
  test.each([
    ['Its depot lies around 400 yards upstream of a weir.', 'around 400 yards'],
    ['The dam retains 40 million cubic metres of water.', '40 million cubic metres'],
    ['The new hull outweighs its predecessor by 300 tonnes.', '300 tonnes'],
    ['Wolves prowl 900 square kilometres of forest.', '900 square kilometres'],
    ['The firm pocketed higher profits of $4.2m.', '$4.2m'],
    ['Smoke drifted 80 km inland.', '80 km'],
  ])('%s', (text, surface) => {
    const { claims } = extract(text, { publishedOn: null, language: 'en' });
    expect(claims).toHaveLength(1);
    expect(claims[0]?.quantities.map((figure) => figure.surface)).toEqual([surface]);
  });
});

describe('speakers, and documents that only show something', () => {
  const first = (text: string) => extract(text, { publishedOn: null, language: 'en' }).claims[0];

  test.each([
    [
      'Ana Reis, who runs the port, said that the quay was "as firm as a rock" after the storm.',
      'Ana Reis',
    ],
    ['Images taken from drones showed that the quay had sunk.', null],
    ['Figures from the Harbour Office showed that traffic fell by 4%.', 'Harbour Office'],
    ['The minister pointed to that treaty to defend the sale.', null],
    [
      'Analysts in Lisbon said that much of the cargo, from grain to timber, smells of diesel.',
      'Analysts in Lisbon',
    ],
  ])('%s', (text, name) => {
    expect(first(text)?.claimant?.name ?? null).toBe(name);
  });

  test('the “it” of a body that confirms something is that body', () => {
    expect(
      first('This week Norden Bank confirmed for the first time that it had sold the mine.')?.text,
    ).toBe('Norden Bank had sold the mine.');
  });

  test('the words after a quotation are part of the quoted statement', () => {
    const text = 'Ana Reis said that the quay was a "sacred place for all" the people of the port.';
    expect(first(text)?.exact).toBe('the quay was a "sacred place for all" the people of the port');
  });

  test('a judgement without a measure is an opinion of low worth', () => {
    const [vague, figure] = extract('The cost has been high. The cost has been $4m.', {
      publishedOn: null,
      language: 'en',
    }).claims;
    expect(vague).toMatchObject({ kind: 'opinion', checkable: false });
    expect(vague?.checkWorthiness).toBeLessThan(figure?.checkWorthiness ?? 0);
  });

  test('a name that begins like a preposition, and a short one at the end, are a speaker', () => {
    const { claims } = extract('"Nobody asked us," said Per Moe. He added that 2,300 had signed.', {
      publishedOn: null,
      language: 'en',
    });
    expect(claims.map(({ claimant }) => claimant?.name)).toEqual(['Per Moe', 'Per Moe']);
    expect(claims[0]?.kind).toBe('quote');
  });

  test('a ship and its tonnage: each figure is in one claim, with its measure', () => {
    const { claims } = extract('On Friday, Varland launched the Orla, a frigate of 4,100 tonnes.', {
      publishedOn: null,
      language: 'en',
    });
    expect(claims.map(({ text }) => text)).toEqual([
      'On Friday, Varland launched the Orla.',
      'The Orla is a frigate of 4,100 tonnes.',
    ]);
    expect(claims.flatMap(({ quantities }) => quantities.map(({ measure }) => measure))).toEqual([
      'displacement of the frigate',
    ]);
  });
});
