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
  ])('%s (%s) and %s (%s): %s', (a, unitA, b, unitB, expected) => {
    expect(relateMeasures(measured(a, unitA), measured(b, unitB)).kind).toBe(expected);
    expect(relateMeasures(measured(b, unitB), measured(a, unitA)).kind).toBe(expected);
  });

  test('a mean and a median are different measures', () => {
    const mean: Measured = { ...measured('wage', 'GBP'), statistic: 'mean' };
    const median: Measured = { ...measured('wage', 'GBP'), statistic: 'median' };
    expect(relateMeasures(mean, median)).toEqual({
      kind: 'different',
      why: 'the article gives a mean and the source a median',
    });
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
