import { describe, expect, test } from 'vitest';
import { isGrowing, type Measured, relateMeasures, sharedWords } from './measure';

const measured = (measure: string | null, unit: string | null = null): Measured => ({
  measure,
  unit,
  unitName: null,
  statistic: null,
});

describe('the measures of two figures', () => {
  test.each([
    ['people killed', '{person}', 'deaths', '{death}', 'same'],
    ['North Korean troops killed', '{troop}', 'soldiers killed', '{soldier}', 'same'],
    ['people hurt', '{people}', 'people wounded', '{person}', 'same'],
    ['killed and injured', null, 'casualties', '{person}', 'same'],
    ['displacement of the destroyer', 't', 'weight of the ship', 't', 'same'],
    ['troops', '{troop}', 'troops killed', '{troop}', 'open'],
    [null, null, 'people killed', '{person}', 'open'],
    ['length of the bridge', 'm', null, 'm', 'open'],
    ['people killed', '{person}', 'people injured', '{person}', 'different'],
    ['people killed', '{person}', 'casualties', '{person}', 'different'],
    ['displacement', 't', 'deadweight', 't', 'different'],
    ['length of the bridge', 'm', 'width of the bridge', 'm', 'different'],
    ['children', '{child}', 'women', '{woman}', 'different'],
    ['children', '{child}', 'people', '{people}', 'open'],
    ['ships', '{ship}', 'people', '{people}', 'different'],
    ['Turkish citizens', '{citizen}', 'Syrian citizens', '{citizen}', 'different'],
    ['share of voters', '%', 'share of registered voters', '%', 'open'],
    ['share of voters', '%', 'share of women', '%', 'different'],
    ['loss', 'USD', 'net profit at the brewery', 'USD', 'different'],
    ['exports of wool', 'USD', 'imports of wool', 'USD', 'different'],
    ['net profit on sales', 'USD', 'profit', 'USD', 'open'],
    ['troops deployed', '{troop}', 'deaths', '{death}', 'different'],
    ['unemployment', '%', 'share held by the Greens', '%', 'open'],
  ])('%s (%s) and %s (%s): %s', (a, unitA, b, unitB, expected) => {
    expect(relateMeasures(measured(a, unitA), measured(b, unitB)).kind).toBe(expected);
    expect(relateMeasures(measured(b, unitB), measured(a, unitA)).kind).toBe(expected);
  });

  test('figures of different years are different measures; of one time in other words they may be one', () => {
    const of = (scope: string | null): Measured => ({ ...measured('people killed'), scope });
    expect(relateMeasures(of('in 2019'), of('since January 2023'))).toEqual({
      kind: 'different',
      why: "the article's figure is of 2019 and the source's of 2023",
    });
    expect(relateMeasures(of('from 2019 to 2021'), of('in 2021')).kind).toBe('same');
    expect(relateMeasures(of('last year'), of('in 2021')).kind).toBe('same');
    expect(relateMeasures(of(null), of('in 2021')).kind).toBe('same');
  });

  test('a mean and a median are different measures', () => {
    const mean: Measured = { ...measured('wage', 'GBP'), statistic: 'mean' };
    const median: Measured = { ...measured('wage', 'GBP'), statistic: 'median' };
    expect(relateMeasures(mean, median)).toEqual({
      kind: 'different',
      why: 'the article gives a mean and the source a median',
    });
  });

  test.each([
    ['projection', 'observed', 'one is foretold and the other has happened'],
    ['projection', 'official', 'one is foretold and the other has happened'],
    ['estimate', 'observed', 'one is an estimate and the other a count'],
  ] as const)('%s and %s are not compared', (basis, other, why) => {
    const [one, two] = [measured('homes', '{home}'), measured('homes', '{home}')];
    expect(relateMeasures({ ...one, basis }, { ...two, basis: other })).toEqual({
      kind: 'different',
      why,
    });
  });

  test('a basis that only one side states speaks against nothing', () => {
    const homes = measured('homes', '{home}');
    expect(relateMeasures({ ...homes, basis: 'projection' }, homes).kind).toBe('same');
    expect(
      relateMeasures({ ...homes, basis: 'estimate' }, { ...homes, basis: 'official' }).kind,
    ).toBe('same');
  });

  test('the children among the dead are not compared with all the dead', () => {
    const children = { ...measured('children killed', '{child}'), partOf: '9,000 people' };
    const people = measured('people killed', '{person}');
    expect(relateMeasures(children, people)).toEqual({
      kind: 'different',
      why: "the article's figure is a part of 9,000 people",
    });
    expect(relateMeasures(children, measured('children killed', '{child}')).kind).toBe('same');
  });

  test('a toll can only grow, but the number of missing can fall', () => {
    expect(isGrowing(measured('people killed', '{person}'))).toBe(true);
    expect(isGrowing(measured(null, '{death}'))).toBe(true);
    expect(isGrowing(measured('people missing', '{person}'))).toBe(false);
    expect(isGrowing(measured('length of the bridge', 'm'))).toBe(false);
  });

  test('common words are counted without their endings', () => {
    const [one, other] = [measured('length of the new bridge', 'm'), measured('bridges', 'm')];
    expect(sharedWords(one, other)).toBeCloseTo(1 / 3);
    expect(sharedWords(one, measured(null, 'm'))).toBe(0);
  });
});
